import assert from 'node:assert/strict';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import type { Counting } from '@parvis/contract';
import { count, electionOfPabulib, majorityRanking, readPabulib, type PbProblem } from '@parvis/counting';

/** A folder with real and made elections and what others make of them: `pabulib/*.pb` with `pabulib-expected/*.json`, `synthetic/*` with both. */
const real = process.env['PARVIS_REAL_DATA'];
const skip = real ? false : 'PARVIS_REAL_DATA is not set: it names the folder of elections with their expected outcomes';

const named = (folder: string, wanted: RegExp) => {
  const path = join(real ?? '', folder);
  return real && existsSync(path) ? readdirSync(path).filter((name) => wanted.test(name)).map((name) => join(path, name)) : [];
};

const settings: Record<string, Counting> = {
  greedy: { rule: 'greedy' },
  greedy_no_skip: { rule: 'greedy-stop' },
  greedy_threshold: { rule: 'threshold' },
  phragmen_stop: { rule: 'phragmen', whenFull: 'stop' },
  phragmen_skip: { rule: 'phragmen', whenFull: 'skip' },
};
for (const utility of ['cost', 'cardinality', 'points'] as const) {
  const shares = (more: Partial<Counting>): Counting => ({ rule: 'equal-shares', utility, ...more });
  Object.assign(settings, {
    [`mes_${utility}`]: shares({}),
    [`mes_${utility}_utilitarian`]: shares({ completion: 'utilitarian' }),
    [`mes_${utility}_add1`]: shares({ completion: 'add1' }),
    [`mes_${utility}_add1u`]: shares({ completion: 'add1u' }),
    [`mes_${utility}_add1_comparison`]: shares({ completion: 'add1', compare: true }),
    [`mes_${utility}_add1_exhaustive_stop`]: shares({ completion: 'add1', exhaustive: true }),
  });
}

interface Expected {
  winners?: string[];
  /** In order of election. */
  order?: string[];
  prefer_mes?: number;
  prefer_greedy?: number;
  winner?: string;
  eliminated?: string[];
  wins?: Record<string, number>;
}

const sorted = (ids: readonly string[]) => [...ids].sort();

describe('Outcomes are those that others computed', { skip }, () => {
  const files = [
    ...named('pabulib-expected', /\.json$/).map((path) => [join(real ?? '', 'pabulib', basename(path).replace(/json$/, 'pb')), path] as const),
    ...named('synthetic', /^synthetic.*\.json$/).map((path) => [path.replace(/json$/, 'pb'), path] as const),
  ];

  for (const [path, answers] of files) {
    it(basename(path), async (t) => {
      const { results } = JSON.parse(await readFile(answers, 'utf8')) as { results: Record<string, Expected> };
      const problems = new Set<PbProblem['code']>();
      const election = await electionOfPabulib(await readPabulib(createReadStream(path, { encoding: 'utf8' }), ({ code }) => problems.add(code)));
      let compared = 0;
      for (const [name, counting] of Object.entries(settings)) {
        const expected = results[name];
        if (!expected) continue;
        // Those answers hold a project named with zero points for chosen, where votes are counted or outcomes compared; here a zero is no support.
        if (problems.has('zero-points') && /utilitarian$|comparison$/.test(name)) {
          t.diagnostic(`${name}: not compared, votes of this file name projects with zero points`);
          continue;
        }
        const { winners, prefer } = count(election, counting);
        assert.deepEqual(sorted(winners), sorted(expected.winners ?? []), name);
        if (expected.order) assert.deepEqual(winners, expected.order, `${name}, in order of election`);
        if (prefer) assert.deepEqual(prefer, { shares: expected.prefer_mes, greedy: expected.prefer_greedy }, name);
        compared += 1;
      }
      compared += compareRankings(election, results);
      assert.ok(compared > 0, 'nothing to compare');
    });
  }

  function compareRankings(election: Parameters<typeof count>[0], results: Record<string, Expected>): number {
    const { irv, schulze } = results;
    const borda = results['borda_scores'] as Record<string, number> | undefined;
    const values = (rule: Counting['rule']) => Object.fromEntries(count(election, { rule }).options.map(({ option, value }) => [option, value]));
    if (borda) assert.deepEqual(values('borda'), borda, 'borda');
    if (schulze?.wins) {
      assert.deepEqual(values('schulze'), schulze.wins, 'schulze');
      assert.ok(schulze.winners?.includes(count(election, { rule: 'schulze' }).winners[0] ?? ''), 'schulze');
    }
    if (irv) {
      const { winners, options } = count(election, { rule: 'irv' });
      assert.deepEqual(winners, [irv.winner], 'irv');
      const out = options.filter(({ reason }) => reason.code === 'eliminated').toSorted((a, b) => (a.reason.round ?? 0) - (b.reason.round ?? 0));
      assert.deepEqual(out.map(({ option }) => option).slice(0, irv.eliminated?.length), irv.eliminated, 'irv');
    }
    return [borda, schulze, irv].filter(Boolean).length;
  }
});

interface Assertion {
  title: string;
  participants: number;
  /** `StaticDefault` with the grade that a missing one counts as; absent: the worst. */
  mode?: 'StaticDefault' | 'MedianDefault' | 'Normalized';
  default?: number;
  /** The worst grade first. */
  tallies: number[][];
  ranks: number[];
}

describe('Majority judgment ranks as others do', { skip }, () => {
  for (const path of named('synthetic', /^majority_judgment.*\.json$/)) {
    it(basename(path), async () => {
      const assertions = JSON.parse(await readFile(path, 'utf8')) as Assertion[];
      assert.ok(assertions.length > 0, 'nothing to compare');
      for (const { title, participants, mode = 'StaticDefault', default: usual = 0, tallies, ranks } of assertions) {
        const worst = (tallies[0]?.length ?? 1) - 1;
        const grade = mode === 'MedianDefault' ? 'median' : worst - usual;
        const missing = mode === 'Normalized' ? undefined : { participants, grade } as const;
        assert.deepEqual(majorityRanking(tallies.map((tally) => tally.toReversed()), missing).ranks, ranks, title);
      }
    });
  }
});
