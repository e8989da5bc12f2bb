/**
 * Counting as pure functions: no DOM, no I/O. Elections in the Pabulib format are read and written, votes gathered, and counted by
 * published rules that give each option its reason.
 */
export * from './ballot-count.ts';
export * from './ballot-election.ts';
export * from './count.ts';
export * from './election.ts';
export * from './natural-order.ts';
export * from './pabulib/index.ts';
export { majorityRanking, type GradeTally, type MajorityRanking, type MissingGrades } from './rules/majority-judgment-ranking.ts';
export type { OnProgress } from './rule.ts';
export * from './tally.ts';
export * from './vote-table.ts';
