export { httpBackend } from './client.ts';
export { withEtags } from './etags.ts';
export type { HttpBackend, HttpOptions, OperationTable } from './client.ts';
