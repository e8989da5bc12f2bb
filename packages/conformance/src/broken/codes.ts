import { normalizeCode } from '@parvis/contract';
import { insteadOf, madeUp } from './votes.ts';
import { changeGroup, changeProbes } from './wrap.ts';
import type { Broken } from './wrap.ts';

export const brokenCodes: Broken[] = [
  {
    name: 'a code that has voted votes again', group: 'votes',
    caughtBy: 'cast: takes one vote per access code, and counts it',
    wrap: insteadOf('already-voted', async (vote) => madeUp(vote)),
  },
  {
    name: 'any code is taken', group: 'votes',
    caughtBy: 'cast: refuses an access code that nobody gave out, that is void, or that is of another ballot, and says which',
    wrap: insteadOf('not-eligible', async (vote) => madeUp(vote)),
  },
  {
    name: 'a code is used up by a vote that was refused', group: 'votes',
    caughtBy: 'cast: leaves an access code unused when the vote was refused',
    wrap: changeGroup('votes', (votes) => {
      const spoilt = new Set<string>();
      return {
        cast: async (vote, context) => {
          const code = 'code' in vote.voter ? normalizeCode(vote.voter.code) : '';
          if (spoilt.has(code)) return votes.cast({ ...vote, voter: { code: '' } }, context);
          return votes.cast(vote, context).catch((error: unknown) => {
            if (code !== '') spoilt.add(code);
            throw error;
          });
        },
      };
    }),
  },
  {
    name: 'votes with test codes are counted', group: 'votes',
    caughtBy: 'cast: answers a test code like any other, marks the receipt, and counts nothing',
    wrap: changeGroup('votes', (votes) => {
      let practised = 0;
      return {
        cast: async (vote, context) => {
          const receipt = await votes.cast(vote, context);
          if (receipt.test) practised += 1;
          return receipt;
        },
        results: async (input, context) => {
          const results = await votes.results(input, context);
          return input.ballot === 'code' ? { ...results, voters: { ...results.voters, total: results.voters.total + practised } } : results;
        },
      };
    }),
  },
  {
    name: 'a vote is stored beside its access code', group: 'votes',
    caughtBy: 'cast: keeps no record that joins an access code with its vote or its receipt',
    wrap: (factory) => {
      const joined: unknown[] = [];
      const noting = changeGroup('votes', (votes) => ({
        cast: (vote, context) => {
          if ('code' in vote.voter) joined.push([vote.voter.code, vote.choice]);
          return votes.cast(vote, context);
        },
      }));
      return changeProbes((probes) => ({ ...probes, records: async () => [...((await probes.records?.()) ?? []), ...joined] }))(noting(factory));
    },
  },
];
