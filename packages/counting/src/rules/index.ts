import type { RuleName } from '@parvis/contract';
import type { Rule } from '../rule.ts';
import { equalShares } from '../equal-shares/index.ts';
import { phragmen } from '../phragmen/index.ts';
import { greedy, greedyStop, threshold } from './greedy.ts';
import { plurality } from './plurality.ts';

// The rules that are still to come are added here.
export const rules = { plurality, greedy, 'greedy-stop': greedyStop, threshold, 'equal-shares': equalShares, phragmen } as unknown as Record<RuleName, Rule>;
