import { isParvisError } from '@parvis/contract';
import { changeGroup } from './wrap.ts';
import type { Broken } from './wrap.ts';

const tooEarly = (error: unknown) => isParvisError(error) && error.code === 'not-yet';

/** How often something happened on each ballot. */
function counter() {
  const counts = new Map<string, number>();
  const of = (ballot: string) => counts.get(ballot) ?? 0;
  const note = <T>(ballot: string, answer: T): T => (counts.set(ballot, of(ballot) + 1), answer);
  return { of, note };
}

export const brokenResults: Broken[] = [
  {
    name: 'the tally is wrong by one', group: 'votes',
    caughtBy: 'export: agrees with the results once the ballot closes, and tells nothing about the order of arrival',
    wrap: changeGroup('votes', (votes) => ({
      results: async (input, context) => {
        const results = await votes.results(input, context);
        const [first, ...rest] = results.tally;
        return { ...results, tally: first ? [{ ...first, online: first.online + 1, total: first.total + 1 }, ...rest] : [] };
      },
    })),
  },
  {
    name: 'hidden results are shown', group: 'votes',
    caughtBy: 'results: shows no results before the ballot allows it',
    wrap: changeGroup('votes', (votes) => ({
      results: (input, context) => votes.results(input, context).catch(async (error: unknown) => {
        if (tooEarly(error)) return { ...(await votes.results({ ...input, ballot: 'closed' }, context)), ...input };
        throw error;
      }),
    })),
  },
  {
    name: 'results after one\'s own vote are shown to everybody', group: 'votes',
    caughtBy: 'results: shows nobody what is for those who have voted',
    wrap: changeGroup('votes', (votes) => {
      const receipts = new Map<string, string>();
      return {
        cast: async (vote, context) => {
          const receipt = await votes.cast(vote, context);
          receipts.set(vote.ballot, receipt.receipt);
          return receipt;
        },
        results: (input, context) => votes.results(input, context).catch((error: unknown) => {
          const receipt = receipts.get(input.ballot);
          if (receipt === undefined || !tooEarly(error)) throw error;
          return votes.resultsAfterVote({ ...input, receipt }, context);
        }),
      };
    }),
  },
  {
    name: 'results change with every vote', group: 'votes',
    caughtBy: 'results: does not give a single vote away by what changes while voting goes on',
    wrap: changeGroup('votes', (votes) => {
      const cast = counter();
      return {
        cast: async (vote, context) => cast.note(vote.ballot, await votes.cast(vote, context)),
        results: async (input, context) => {
          const results = await votes.results(input, context);
          const total = Math.max(results.voters.total, cast.of(input.ballot));
          return { ...results, voters: { ...results.voters, online: total - results.voters.assisted, total } };
        },
      };
    }),
  },
  {
    name: 'a channel with few voters is shown alone', group: 'votes',
    caughtBy: 'results: shows no channel with few voters by itself',
    wrap: changeGroup('votes', (votes) => {
      const helped = counter();
      return {
        cast: async (vote, context) => {
          const receipt = await votes.cast(vote, context);
          return vote.channel === 'assisted' ? helped.note(vote.ballot, receipt) : receipt;
        },
        results: async (input, context) => {
          const { merged, ...results } = await votes.results(input, context);
          const { paper, total } = results.voters;
          const assisted = helped.of(input.ballot);
          return { ...results, voters: { online: total - paper - assisted, paper, assisted, total } };
        },
      };
    }),
  },
  {
    name: 'the export says of single votes that they came by a channel of few', group: 'votes',
    caughtBy: 'export: agrees with the results once the ballot closes, and tells nothing about the order of arrival',
    wrap: changeGroup('votes', (votes) => ({
      export: async (input, context) => {
        const page = await votes.export(input, context);
        return { ...page, items: page.items.map((vote, i) => (i === 0 ? { ...vote, channel: 'assisted' } : vote)) };
      },
    })),
  },
  {
    name: 'the outcome names another winner', group: 'votes',
    caughtBy: 'results: names the winner by the ballot\'s rule once it closes, where outcomes are offered',
    wrap: changeGroup('votes', (votes) => ({
      results: async (input, context) => {
        const { outcome, ...results } = await votes.results(input, context);
        return { ...results, ...(outcome && { outcome: { ...outcome, winners: outcome.options.slice(0, 1).map(({ option }) => option) } }) };
      },
    })),
  },
  {
    name: 'the outcome is counted from fewer votes than the results', group: 'votes',
    caughtBy: 'results: names the winner by the ballot\'s rule once it closes, where outcomes are offered',
    wrap: changeGroup('votes', (votes) => ({
      results: async (input, context) => {
        const { outcome, ...results } = await votes.results(input, context);
        return { ...results, ...(outcome && { outcome: { ...outcome, options: outcome.options.map((o, i) => (i === 0 ? { ...o, votes: o.votes - 1 } : o)) } }) };
      },
    })),
  },
];
