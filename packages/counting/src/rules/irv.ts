import type { Reason } from '@parvis/contract';
import { ranked, tieBreak } from '../ranked.ts';
import type { Rule, RuleResult } from '../rule.ts';
import { rawVotes } from '../tally.ts';
import { Piles } from './irv-piles.ts';

/**
 * Instant-runoff voting, the alternative vote. In each round a vote counts for the first option it names that still stands; a vote that names none
 * any more is used up. The option with the fewest votes goes out, one in each round, until one is left: an option with a majority of the votes still
 * in play can never go out, so that going on to the last two elects the same and gives every other its round. Nothing wins when no vote names an option.
 *
 * Of options with equally few votes, the one with fewer in the round before goes out, or in the one before that, and so on back to the first; those
 * that were always equal are told apart by the published tie rule. Its reason then names the next weakest as `option`, and what decided as `by` where
 * it was the tie rule. Withdrawn options never stand.
 *
 * Sources: Tideman 1995, "The Single Transferable Vote"; O'Neill 2004, "Tie-Breaking with the Single Transferable Vote" (backwards).
 */
export const irv: Rule = {
  count(election) {
    const { options } = election;
    const votes = rawVotes(election);
    const found: RuleResult['options'] = options.map(({ withdrawn }) => ({ value: 0, reason: { code: withdrawn ? 'withdrawn' : 'no-support' } }));
    // The weakest by the tie rule first. Sorting keeps equals in their order, so that the order remembers every earlier round.
    const standing = ranked(election, new Float64Array(options.length), votes).toReversed();
    if (!standing.some((option) => votes[option]! > 0)) return { winners: [], options: found };

    const piles = new Piles(election);
    const rounds: Record<string, number>[] = [];
    do {
      rounds.push(piles.totals());
      standing.sort((a, b) => piles.votes[a]! - piles.votes[b]!);
      if (standing.length > 1) {
        const out = standing.shift()!;
        found[out] = { value: piles.votes[out]!, reason: { code: 'eliminated', round: rounds.length, votes: piles.votes[out]!, ...tie(out, standing[0]!) } };
        piles.remove(out);
      }
    } while (standing.length > 1);
    const winner = standing[0]!;
    const last = rounds.at(-1)![options[winner]!.id]!;
    found[winner] = { value: last, reason: { code: 'last', votes: last } };
    return { winners: [winner], options: found, more: { rounds } };

    /** Why an option went out rather than the next weakest, where the two had as many votes. */
    function tie(out: number, next: number): Pick<Reason, 'option' | 'by'> {
      if (piles.votes[out] !== piles.votes[next]) return {};
      const [a, b] = [options[out]!.id, options[next]!.id];
      const always = rounds.every((round) => round[a] === round[b]);
      return { option: b, ...(always && { by: tieBreak(election, votes, next, out) }) };
    }
  },
};
