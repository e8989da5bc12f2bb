import { isParvisError, normalizeCode, ParvisError, randomCode, randomKey } from '@parvis/contract';
import type { ErrorCode, Receipt, Vote, VotesGroup } from '@parvis/contract';
import { changeGroup, changeProbes } from './wrap.ts';
import type { Broken } from './wrap.ts';

const is = (error: unknown, code: ErrorCode) => isParvisError(error) && error.code === code;
export const madeUp = ({ consultation, ballot, channel = 'online' }: Vote): Receipt =>
  ({ receipt: randomCode(), consultation, ballot, channel, day: new Date().toISOString().slice(0, 10) });

/** Where a vote is refused for one reason, do something else instead. */
export const insteadOf = (code: ErrorCode, act: (vote: Vote, votes: VotesGroup) => Promise<Receipt>) =>
  changeGroup('votes', (votes) => ({
    cast: (vote, context) => votes.cast(vote, context).catch((error: unknown) => {
      if (is(error, code)) return act(vote, votes);
      throw error;
    }),
  }));

export const brokenVotes: Broken[] = [
  {
    name: 'a second vote from one device is accepted', group: 'votes',
    caughtBy: 'cast: takes one vote per device',
    wrap: insteadOf('already-voted', (vote, votes) => votes.cast({ ...vote, voter: { mark: randomKey() } })),
  },
  {
    name: 'two votes at once from one device are both accepted', group: 'votes',
    caughtBy: 'cast: takes one of fifty votes that one device sends at once',
    wrap: changeGroup('votes', (votes) => {
      // The mark is looked up when a call comes in, and noted when the first is answered.
      const noted = new Set<string>();
      return {
        cast: async (vote, context) => {
          const mark = 'mark' in vote.voter ? vote.voter.mark : '';
          const early = !noted.has(mark);
          return votes.cast(vote, context).catch((error: unknown) => {
            if (early && is(error, 'already-voted')) return votes.cast({ ...vote, voter: { mark: randomKey() } });
            throw error;
          }).finally(() => noted.add(mark));
        },
      };
    }),
  },
  {
    name: 'a vote is acknowledged and lost', group: 'votes',
    caughtBy: 'cast: takes in fifty devices at once, each with its own receipt',
    wrap: changeGroup('votes', (votes) => {
      let calls = 0;
      return { cast: async (vote, context) => ((calls += 1) % 20 === 0 ? madeUp(vote) : votes.cast(vote, context)) };
    }),
  },
  {
    name: 'votes with a mediator are counted as online', group: 'votes',
    caughtBy: 'results: shows no channel with few voters by itself',
    wrap: changeGroup('votes', (votes) => ({
      cast: async ({ channel, ...vote }, context) => ({ ...(await votes.cast(vote, context)), channel: channel ?? 'online' }),
    })),
  },
  {
    name: 'an aborted call goes on', group: 'votes',
    caughtBy: 'cast: rejects with `aborted` a call that is aborted on the way',
    wrap: changeGroup('votes', (votes) => ({ cast: (vote, context) => votes.cast(vote, { ...context, signal: undefined }) })),
  },
  {
    name: 'a key is used again with another vote, and it is taken as the first', group: 'votes',
    caughtBy: 'cast: refuses a key that came with another vote',
    wrap: changeGroup('votes', (votes) => {
      const receipts = new Map<string, Receipt>();
      return {
        cast: async (vote, context) => {
          const before = receipts.get(vote.key);
          const receipt = before && !context?.signal ? before : await votes.cast(vote, context);
          receipts.set(vote.key, receipt);
          return receipt;
        },
      };
    }),
  },
  {
    name: 'a repeated call gets another receipt', group: 'votes',
    caughtBy: 'cast: gives a repeated call the same receipt, and counts it once',
    wrap: changeGroup('votes', (votes) => {
      const given = new Map<string, string>();
      const seen = new Set<string>();
      return {
        cast: async (vote, context) => {
          const receipt = await votes.cast(vote, context);
          if (!seen.has(vote.key)) return seen.add(vote.key), receipt;
          const other = { ...receipt, receipt: randomCode() };
          given.set(normalizeCode(other.receipt), receipt.receipt);
          return other;
        },
        receipt: (input, context) => votes.receipt({ ...input, receipt: given.get(normalizeCode(input.receipt)) ?? input.receipt }, context),
      };
    }),
  },
  {
    name: 'a field of a later version is refused', group: 'votes',
    caughtBy: 'cast: ignores a field it does not know',
    wrap: changeGroup('votes', (votes) => ({
      cast: async (vote, context) => votes.cast('kitFieldOfALaterVersion' in vote ? { ...vote, key: '' } : vote, context),
    })),
  },
  {
    name: 'a closed ballot takes votes', group: 'votes',
    caughtBy: 'cast: takes nothing in before opening or after closing',
    wrap: insteadOf('closed', async (vote) => madeUp(vote)),
  },
  {
    name: 'whoever repeats a call after closing is told to have voted before', group: 'votes',
    caughtBy: 'cast: gives a call that is repeated after closing the receipt it got, or says that voting is over',
    wrap: changeGroup('votes', (votes) => {
      const seen = new Set<string>();
      return {
        cast: (vote, context) => votes.cast(vote, context).then((receipt) => {
          seen.add(vote.key);
          return receipt;
        }, (error: unknown) => {
          throw is(error, 'closed') && seen.has(vote.key) ? new ParvisError('already-voted') : error;
        }),
      };
    }),
  },
  {
    name: 'a vote on rules that have changed is taken in', group: 'votes',
    caughtBy: 'cast: refuses a vote on rules that are not those of the ballot',
    wrap: insteadOf('rules-changed', async (vote, votes) => votes.cast({ ...vote, rulesHash: (await votes.ballot(vote)).rulesHash })),
  },
  {
    name: 'a vote that breaks the rules is taken in as blank', group: 'votes',
    caughtBy: 'cast: refuses on the ballot "budget" a vote that is over-ceiling: {"options":["kit-option-a","kit-option-b","kit-option-c"]}',
    wrap: insteadOf('invalid', async (vote, votes) => votes.cast({ ...vote, choice: { blank: true } })),
  },
  {
    name: 'a vote is stored beside the mark of its voter', group: 'votes',
    caughtBy: 'cast: keeps no record that joins a voter, a vote and a receipt',
    wrap: (factory) => {
      const joined: unknown[] = [];
      const noting = changeGroup('votes', (votes) => ({
        cast: (vote, context) => {
          joined.push([vote.voter, vote.choice]);
          return votes.cast(vote, context);
        },
      }));
      const found = changeProbes((probes) => ({ ...probes, records: async () => [...((await probes.records?.()) ?? []), ...joined] }));
      return found(noting(factory));
    },
  },
];
