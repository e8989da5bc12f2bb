import { brokenCodes } from './codes.ts';
import { brokenOthers } from './others.ts';
import { brokenResults } from './results.ts';
import { brokenVotes } from './votes.ts';

export type { Broken } from './wrap.ts';

/** Adapters that each do one thing wrong: the kit must catch every one of them, and blame nothing else. */
export const broken = [...brokenVotes, ...brokenCodes, ...brokenResults, ...brokenOthers];
