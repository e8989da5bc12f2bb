/**
 * Counting as pure functions: no DOM, no I/O. So far it reads elections in the Pabulib format; the counting rules come
 * with the counting work.
 */
export * from './pabulib/index.ts';
