export * from './automatic-steps.ts';
export * from './backend.ts';
export * from './codes.ts';
export * from './counting-rules.ts';
export * from './definition-rules.ts';
export * from './errors.ts';
export * from './fold.ts';
export * from './localize.ts';
export * from './money.ts';
export * from './parse.ts';
export * from './results-rules.ts';
export * from './rules-hash.ts';
export * from './schemas/common.ts';
export * from './schemas/consultation.ts';
export * from './schemas/definition.ts';
export * from './schemas/faq.ts';
export * from './schemas/feedback.ts';
export * from './schemas/outcome.ts';
export * from './schemas/problem.ts';
export * from './schemas/proposals.ts';
export * from './schemas/services.ts';
export * from './schemas/votes.ts';
export * from './statistics-rules.ts';
export * from './text-rules.ts';
export * from './time.ts';
export * from './vote-rules.ts';

/** The version of the contract this package describes. */
export const contractVersion = '1.0';
