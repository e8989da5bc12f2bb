import type { Election } from '../election.ts';

/** How many voters have more of the options they support among the winners of either outcome. Who has none on one side counts too. */
export function preference({ options, votes, method }: Election, shares: readonly number[], greedy: readonly number[]): { shares: number; greedy: number } {
  const gain = new Int8Array(options.length);
  for (const winner of shares) gain[winner]! += 1;
  for (const winner of greedy) gain[winner]! -= 1;
  const byPoints = method === 'points' || method === 'score';
  const prefer = { shares: 0, greedy: 0 };
  for (let at = 0; at < votes.size; at += 1) {
    const named = votes.options(at);
    const values = votes.values(at);
    let more = 0;
    for (let i = 0; i < named.length; i += 1) if (!byPoints || values[i]! > 0) more += gain[named[i]!]!;
    if (more > 0) prefer.shares += votes.count(at);
    if (more < 0) prefer.greedy += votes.count(at);
  }
  return prefer;
}
