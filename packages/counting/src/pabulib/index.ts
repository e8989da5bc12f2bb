export * from './amount.ts';
export * from './date.ts';
export { readMetaKeys, voteTypes, type PbEntry, type PbLimits, type PbMeta, type VoteType } from './meta.ts';
export * from './problem.ts';
export { readProjectColumns, type PbProject } from './projects.ts';
export { readPabulib, type PabulibFile } from './read.ts';
export { RecordSplitter, type PbRecord } from './records.ts';
export type { Chunks } from './rows.ts';
export { readVoteColumns, type PbVote } from './votes.ts';
