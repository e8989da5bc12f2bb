export { compileGuard } from './compile.ts';
export { GuardSource } from './source.ts';
export type { Guard } from '../parse.compiled.ts';
