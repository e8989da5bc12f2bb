import { takes } from './results.model.ts';
import type { RuleWords } from './results.words.ts';

/** How the rules of most ballots are told: `greedy` with costs, and `plurality`. Their sentences travel in the widget's file. */
export const commonRules: RuleWords = {
  unit: ({ ballot: { method } }) => (method === 'points' || method === 'score' ? 'points' : 'votes'),
  reason: ({ results }, { place, reason: { code, by, left } }) => [
    !place ? 'not' : takes(results) === 'one' ? 'won' : 'kept', code, by && `tie-${by}`, by && left !== undefined && 'no-money',
  ],
  rule: ({ results }, { counting: { rule } }) => [`by-${rule}`, takes(results) === 'priced' ? 'ties' : 'ties-free'],
  holes: () => ({}),
};
