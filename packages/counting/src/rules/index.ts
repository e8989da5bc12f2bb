import type { RuleName } from '@parvis/contract';
import { equalShares } from '../equal-shares/index.ts';
import { phragmen } from '../phragmen/index.ts';
import type { Rule } from '../rule.ts';
import { borda } from './borda.ts';
import { greedy, greedyStop, threshold } from './greedy.ts';
import { irv } from './irv.ts';
import { majorityJudgment } from './majority-judgment.ts';
import { plurality } from './plurality.ts';
import { schulze } from './schulze.ts';

export const rules: Readonly<Record<RuleName, Rule>> = {
  plurality,
  greedy,
  'greedy-stop': greedyStop,
  threshold,
  'equal-shares': equalShares,
  phragmen,
  borda,
  irv,
  schulze,
  'majority-judgment': majorityJudgment,
};
