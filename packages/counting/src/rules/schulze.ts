import type { Reason } from '@parvis/contract';
import { ranked, tieBreak } from '../ranked.ts';
import type { Rule, RuleResult } from '../rule.ts';
import { rawVotes } from '../tally.ts';
import { linksOf, preferences, strongestPaths } from './schulze-paths.ts';

/**
 * The Schulze method. A vote prefers an option to those it names after it and to those it does not name; these are equal to it. Where more votes prefer
 * a to b than b to a, the link from a to b is as strong as the number of votes that prefer a (winning votes). A path is as strong as its weakest link;
 * a beats b when the strongest path from a to b is stronger than the strongest one back. There is always an option that none beats; among several the
 * published tie rule decides. The value of an option is how many others it beats. Nothing wins when no vote names an option. Withdrawn options are
 * struck out. Time grows with the cube of the number of options.
 *
 * Source: Schulze 2011, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method".
 */
export const schulze: Rule = {
  count(election, _settings, onProgress) {
    const { options } = election;
    const votes = rawVotes(election);
    const found: RuleResult['options'] = options.map(({ withdrawn }) => ({ value: 0, reason: { code: withdrawn ? 'withdrawn' : 'no-support' } }));
    // Below, options go by their rank under the published tie rule: rank 0 wins every tie.
    const standing = ranked(election, new Float64Array(options.length), votes);
    if (!standing.some((option) => votes[option]! > 0)) return { winners: [], options: found };

    const size = standing.length;
    const paths = strongestPaths(linksOf(preferences(election.votes, standing), size), size, onProgress);
    const strength = (from: number, to: number): number => paths[from * size + to]!;
    const beats = (a: number, b: number): boolean => strength(a, b) > strength(b, a);
    const ranks = standing.map((_, rank) => rank);
    const unbeaten = ranks.filter((rank) => !ranks.some((other) => beats(other, rank)));
    const idOf = (rank: number): string => options[standing[rank]!]!.id;

    standing.forEach((option, rank) => {
      found[option] = { value: ranks.filter((other) => beats(rank, other)).length, reason: reasonOf(rank) };
    });
    return { winners: [standing[unbeaten[0]!]!], options: found };

    function reasonOf(rank: number): Reason {
      const winner = unbeaten[0]!;
      if (rank === winner) return { code: 'unbeaten' };
      // Beating is transitive: what is beaten is beaten by an unbeaten option too, and by the winner if it beats it.
      const stronger = unbeaten.find((other) => beats(other, rank));
      if (stronger !== undefined) return { code: 'beaten', option: idOf(stronger), votes: strength(rank, stronger), against: strength(stronger, rank) };
      return { code: 'tie', option: idOf(winner), by: tieBreak(election, votes, standing[winner]!, standing[rank]!) };
    }
  },
};
