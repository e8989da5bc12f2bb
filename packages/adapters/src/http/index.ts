export { httpBackend } from './client.ts';
export type { HttpBackend, HttpOptions, OperationTable } from './client.ts';
