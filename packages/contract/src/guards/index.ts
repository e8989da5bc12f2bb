export { compileGuard, type GuardTree } from './compile.ts';
export { GuardSource } from './source.ts';
