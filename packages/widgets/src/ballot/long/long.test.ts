import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Method } from '@parvis/contract';
import { ballot, model } from '../../testing/model.ts';
import type { Kind } from '../methods/kind.ts';
import { points } from '../methods/points.ts';
import { ranking } from '../methods/ranking.ts';
import { ticks } from '../methods/ticks.ts';
import { values } from '../methods/values.ts';
import { sixty } from './long.examples.ts';
import { arranged } from './long.ts';

const kinds: [Method, Kind][] = [['approval', ticks], ['points', points], ['ranking', ranking], ['score', values]];
const rules = { options: sixty, max: 2, purse: 3, scores: { from: 0, to: 10 } };

describe('An order drawn by lot', () => {
  for (const [method, kind] of kinds) {
    it(`changes nothing in what a vote with ${method} says, nor in what is wrong with it`, () => {
      fc.assert(fc.property(fc.nat(), fc.uniqueArray(fc.nat(59), { maxLength: 5 }), (seed, places) => {
        const b = ballot({ method, ...rules });
        const drawn = arranged(kind, b, seed);
        const chosen = places.flatMap((i) => sixty[i] ?? []);
        const state = { chosen, values: new Map(chosen.map(({ id }, i) => [id, String(i + 1)])) };
        assert.deepEqual(JSON.stringify(drawn.choice(model(drawn, b, state))), JSON.stringify(kind.choice(model(kind, b, state))));
        assert.deepEqual(drawn.issues(model(drawn, b, state)), kind.issues(model(kind, b, state)));
      }));
    });

    it(`with ${method}, a mistake shows its option again, and hides none that was found`, () => {
      fc.assert(fc.property(fc.option(fc.nat(), { nil: undefined }), fc.uniqueArray(fc.nat(59), { minLength: 4, maxLength: 6 }), (seed, places) => {
        const b = ballot({ method, ...rules });
        const kind2 = arranged(kind, b, seed);
        const chosen = places.flatMap((i) => sixty[i] ?? []).filter((o) => !o.withdrawn);
        const m = model(kind2, b, { chosen, values: new Map(chosen.map(({ id }) => [id, '11'])), found: new Set(['s60']) });
        const issues = kind2.issues(m);
        const found = kind2.reveal?.(m, issues).found;
        assert.ok(issues[0]);
        assert.ok(found?.has('s60'));
        assert.ok([...found ?? []].some((id) => chosen.some((o) => o.id === id)), 'one of those that are wrong');
      }));
    });
  }

  it('nothing was hidden: nothing is filtered after a mistake either', () => {
    const b = ballot({ ...rules, min: 1 });
    const kind = arranged(ticks, b);
    const m = model(kind, b);
    assert.equal(kind.reveal?.(m, kind.issues(m)).found, undefined);
  });
});
