import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { isFinal, liveStep, type Live, mergedChannels, shownChannel, shownTotals, totalsOf, type CountableVote } from './results-rules.ts';
import type { Channel } from './schemas/common.ts';
import { smallestGroup } from './statistics-rules.ts';

const channels = ['online', 'paper', 'assisted'] as const;
const merged = (online: number, paper: number, assisted: number) => mergedChannels({ online, paper, assisted });
const ballot = { method: 'approval', options: [{ id: 'a', number: 1, label: 'A' }, { id: 'b', number: 2, label: 'B' }] } as const;
const rules = { ...ballot, options: [...ballot.options] };

const vote = fc.record<CountableVote>({
  choice: fc.oneof(fc.constant({ blank: true as const }), fc.subarray(['a', 'b'], { minLength: 1 }).map((options) => ({ options }))),
  channel: fc.constantFrom<Channel>(...channels),
});
/** Some channels with many votes and some with few, in every mixture. */
const votes = fc.tuple(...channels.map((channel) => fc.array(vote.map((v) => ({ ...v, channel })), { maxLength: 25 }))).map((parts) => parts.flat());

describe('Channels', () => {
  it('with enough voters are shown as they are, and so is the only one that was used', () => {
    assert.deepEqual(merged(500, 10, 10), []);
    assert.deepEqual(merged(3, 0, 0), []);
    assert.deepEqual(merged(0, 0, 0), []);
  });

  it('with few voters are counted under the smallest other that makes them enough', () => {
    assert.deepEqual(merged(500, 200, 9), ['paper', 'assisted']);
    assert.deepEqual(merged(500, 0, 1), ['online', 'assisted']);
    assert.deepEqual(merged(500, 4, 7), ['assisted', 'paper'], 'two small ones are enough together');
    assert.deepEqual(merged(500, 4, 5), ['online', 'assisted', 'paper']);
    assert.deepEqual(merged(3, 3, 0), ['online', 'paper'], 'there is no other to take');
  });
});

/** Everything a reader can tell apart: the votes counted under one channel. Sums and differences of these are larger still. */
function groups(all: readonly CountableVote[]): number[] {
  const { merged = [] } = shownTotals({}, totalsOf(rules, all), 'closed');
  return channels.map((channel) => all.filter((v) => shownChannel(v.channel, merged) === channel).length).filter((voters) => voters > 0);
}

describe('Whatever the votes', () => {
  it('nothing that is shown, nor any difference of it, stands for a group under the minimum, unless there is no other group', () => {
    fc.assert(fc.property(votes, (all) => {
      const found = groups(all);
      assert.ok(found.length <= 1 || found.every((voters) => voters >= smallestGroup), found.join());
      const { voters } = shownTotals({}, totalsOf(rules, all), 'closed');
      assert.deepEqual(channels.map((channel) => voters[channel]).filter((n) => n > 0).sort(), found.sort());
    }));
  });

  it('who counts the export again finds the results, channel by channel', () => {
    fc.assert(fc.property(votes, (all) => {
      const { merged = [], ...shown } = shownTotals({}, totalsOf(rules, all), 'closed');
      assert.deepEqual(totalsOf(rules, all.map((v) => ({ ...v, channel: shownChannel(v.channel, merged) }))), shown);
    }));
  });

  it('merging loses nothing, and leaves large channels alone', () => {
    fc.assert(fc.property(votes, (all) => {
      const totals = totalsOf(rules, all);
      const shown = shownTotals({}, totals, 'closed');
      for (const [before, after] of [[totals.blank, shown.blank], [totals.voters, shown.voters], ...totals.tally.map((row, i) => [row, shown.tally[i]!] as const)] as const) {
        assert.equal(after.online + after.paper + after.assisted, after.total);
        assert.equal(after.total, before.total);
      }
      const small = channels.some((channel) => totals.voters[channel] > 0 && totals.voters[channel] < smallestGroup);
      const others = channels.filter((channel) => totals.voters[channel] > 0).length > 1;
      assert.equal(shown.merged !== undefined, small && others);
    }));
  });
});

describe('Totals', () => {
  it('are the sum of the votes, each option by the ballot’s own method', () => {
    const all: CountableVote[] = [
      { choice: { options: ['a', 'b'] }, channel: 'online' }, { choice: { options: ['a', 'gone'] }, channel: 'paper' }, { choice: { blank: true }, channel: 'paper' },
    ];
    const totals = totalsOf(rules, all);
    assert.deepEqual(totals.tally, [{ option: 'a', online: 1, paper: 1, assisted: 0, total: 2 }, { option: 'b', online: 1, paper: 0, assisted: 0, total: 1 }]);
    assert.deepEqual([totals.blank.paper, totals.voters.total], [1, 3]);
    const points = totalsOf({ ...rules, method: 'points' }, [{ choice: { values: { a: 3, b: 0 } }, channel: 'online' }]);
    assert.deepEqual(points.tally.map((row) => row.total), [3, 0]);
  });

  it('carry what the ballot knows of the electorate and of paper still to come', () => {
    const totals = totalsOf(rules, []);
    assert.deepEqual(shownTotals({ electorate: 800, paper: { places: 17, counted: 3 } }, totals, 'closed'), { ...totals, electorate: 800, paper: { places: 17, counted: 3 } });
    assert.deepEqual(shownTotals({}, totals, 'closed'), totals);
  });
});

describe('Results are final', () => {
  it('once voting is closed and all paper is counted', () => {
    assert.deepEqual([isFinal({}, 'open'), isFinal({}, 'closed')], [false, true]);
    assert.deepEqual([2, 3].map((counted) => isFinal({ paper: { places: 3, counted } }, 'closed')), [false, true]);
    assert.equal(isFinal({ paper: { places: 3, counted: 3 } }, 'open'), false);
  });
});

describe('While voting goes on', () => {
  const of = (total: number) => ({ voters: { online: total, paper: 0, assisted: 0, total } });
  /** What is shown as voters come and somebody asks, one after the other. */
  function shownAt(asked: readonly number[]): (number | undefined)[] {
    let live: Live<ReturnType<typeof of>> = {};
    return asked.map((voters) => {
      const step = liveStep(live, voters);
      live = step.counts ? { ...step.live, next: of(voters) } : step.live;
      return live.shown?.voters.total;
    });
  }

  it('results are counted after ten voters and shown after ten more, and so on', () => {
    assert.deepEqual(shownAt([0, 9, 10, 19, 20, 29, 30, 31]), [undefined, undefined, undefined, undefined, 10, 10, 20, 20]);
    assert.deepEqual(shownAt([25, 34, 35, 44, 45]), [undefined, undefined, 25, 25, 35]);
  });

  it('those of a large election are counted anew after a hundredth more', () => {
    assert.deepEqual(shownAt([50_000, 50_010, 50_499, 50_500, 50_509, 50_510]), [undefined, 50_000, 50_000, 50_000, 50_000, 50_500]);
    assert.deepEqual(shownAt([50_000, 50_010, 50_499, 50_509, 50_510, 50_518]), [undefined, 50_000, 50_000, 50_000, 50_000, 50_000]);
  });

  it('no two answers, and no answer and the final one, are fewer than ten voters apart, whenever somebody asks', () => {
    fc.assert(fc.property(fc.array(fc.nat(25), { maxLength: 60 }), (steps) => {
      let voters = 0;
      let last = 0;
      const asked = steps.map((step) => (voters += step));
      shownAt(asked).forEach((shown = 0, i) => {
        assert.ok(shown === last || shown - last >= smallestGroup, 'two answers');
        assert.ok(shown === 0 || asked[i]! - shown >= smallestGroup, 'if voting closed now');
        last = shown;
      });
    }));
  });

  it('the channels are told as one, however large they are, so that nobody is found who came by a channel that few use', () => {
    fc.assert(fc.property(votes, (all) => {
      const { voters, merged = [] } = shownTotals({}, totalsOf(rules, all), 'open');
      const used = channels.filter((channel) => all.some((vote) => vote.channel === channel));
      assert.deepEqual(new Set(merged), new Set(used.length > 1 ? used : []));
      assert.ok(channels.filter((channel) => voters[channel] > 0).length <= 1);
      assert.equal(voters.total, all.length);
    }));
  });
});
