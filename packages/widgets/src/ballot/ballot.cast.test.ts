import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { ParvisError, type Ballot, type ErrorCode, type Receipt } from '@parvis/contract';
import { castOnce, voteName } from './ballot.cast.ts';
import type { Act } from './ballot.model.ts';
import { kept } from '../shared/store.ts';

let serial = 0;
const ballot = (): Ballot => ({
  consultation: 'bp', id: `b${(serial += 1)}`, title: '', lang: 'fr', method: 'single', options: [], min: 0, blank: true, status: 'open', eligibility: 'open', results: 'hidden', rulesHash: 'r',
});

type Reply = ErrorCode | 'ok' | 'lost' | 'throw';

/** A backend that counts: one vote for a device; the same key gets the same answer. `lost`: taken in, and the answer goes astray. */
function urn(b: Ballot, replies: Reply[]) {
  const taken = new Map<string, Receipt>();
  let sent = 0;
  const cast = async ({ key }: { key: string }): Promise<Receipt> => {
    const reply = replies[sent++] ?? 'ok';
    if (reply === 'throw') throw new TypeError('a fault of the adapter');
    if (reply !== 'ok' && reply !== 'lost') throw new ParvisError(reply);
    if (!taken.has(key) && taken.size > 0) throw new ParvisError('already-voted');
    taken.set(key, { receipt: 'AAAABBBBCCCCDDDD', consultation: 'bp', ballot: b.id, channel: 'online', day: '2027-03-01' });
    if (reply === 'lost') throw new ParvisError('offline');
    return taken.get(key) as Receipt;
  };
  return { cast, taken, sent: () => sent };
}

const blank = { blank: true } as const;

describe('Casting once', () => {
  it('whatever gets lost on the way, and in whichever tab one tries again, a device votes once and ends with its receipt', async () => {
    const reply = fc.constantFrom<Reply>('ok', 'lost', 'offline', 'quota', 'backend-fault', 'aborted', 'throw');
    await fc.assert(fc.asyncProperty(fc.array(reply, { maxLength: 6 }), fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }), async (replies, tabs) => {
      const b = ballot();
      const { cast, taken } = urn(b, replies);
      const acts: (Act | undefined)[] = [];
      for (const tab of tabs) acts[tab] = (await castOnce(cast, b, blank, acts[tab], {})).act;
      const last = await castOnce(cast, b, blank, undefined, {});
      assert.equal(taken.size, 1);
      assert.ok(typeof last.done === 'object');
    }), { numRuns: 60 });
  });

  it('an act is kept before it is sent, and its key stays', async () => {
    const b = ballot();
    let keptThen: unknown;
    const cast = async () => {
      keptThen = await kept(voteName(b));
      throw new ParvisError('offline');
    };
    const { act } = await castOnce(cast, b, blank, undefined, {});
    assert.deepEqual(keptThen, { act });
    const again = await castOnce(cast, b, { options: ['other'] }, act, {});
    assert.deepEqual(again.act, act);
  });

  it('a clear refusal leaves nothing behind: the next try is a new act', async () => {
    const b = ballot();
    const { cast } = urn(b, ['rules-changed', 'ok']);
    await assert.rejects(castOnce(cast, b, blank, undefined, {}), { code: 'rules-changed' });
    assert.equal(await kept(voteName(b)), undefined);
    assert.ok((await castOnce(cast, b, blank, undefined, {})).fresh);
  });

  it('a receipt for another tab’s choice is not called this one’s', async () => {
    const b = ballot();
    const { cast } = urn(b, ['lost']);
    await castOnce(cast, b, blank, undefined, {});
    const second = await castOnce(cast, b, { options: ['o1'] }, undefined, {});
    assert.ok(typeof second.done === 'object');
    assert.ok(!second.fresh);
  });

  it('a device that voted before is known from then on, and nothing is sent again', async () => {
    const b = ballot();
    const { cast, sent } = urn(b, ['already-voted']);
    assert.equal((await castOnce(cast, b, blank, undefined, {})).done, true);
    assert.equal((await castOnce(cast, b, blank, undefined, {})).done, true);
    assert.equal(sent(), 1);
  });
});

describe('Casting with an access code', () => {
  const voter = { code: '7KQM4XTP9WAC3RHD' };
  const receipt = (b: Ballot): Receipt => ({ receipt: 'AAAABBBBCCCCDDDD', consultation: 'bp', ballot: b.id, channel: 'online', day: '2027-03-01' });

  it('the code is sent in place of the mark of the device, and stays with its act until an answer comes', async () => {
    const b = ballot();
    const sent: unknown[] = [];
    const cast = async (vote: { voter: unknown }): Promise<Receipt> => {
      sent.push(vote.voter);
      if (sent.length === 1) throw new ParvisError('offline');
      return receipt(b);
    };
    const { act } = await castOnce(cast, b, blank, undefined, {}, voter);
    assert.deepEqual(act?.voter, voter);
    const { done } = await castOnce(cast, b, blank, act, {});
    assert.deepEqual(sent, [voter, voter]);
    assert.deepEqual(await kept(voteName(b)), { done }, 'the device keeps the receipt, and the code no longer');
  });

  for (const code of ['already-voted', 'quota', 'not-eligible'] as const) {
    it(`a code that is refused (${code}) leaves nothing behind: another one can be tried`, async () => {
      const b = ballot();
      await assert.rejects(castOnce(() => Promise.reject(new ParvisError(code)), b, blank, undefined, {}, voter), { code });
      assert.equal(await kept(voteName(b)), undefined);
    });
  }

  it('too many calls when a vote is sent again: it may have arrived the first time, so its act stays', async () => {
    const b = ballot();
    const answers: ErrorCode[] = ['offline', 'quota'];
    const cast = () => Promise.reject(new ParvisError(answers.shift() ?? 'offline'));
    const { act } = await castOnce(cast, b, blank, undefined, {}, voter);
    assert.deepEqual((await castOnce(cast, b, blank, act, {})).act, act);
  });

  it('two dwellings vote from one device, each with its code', async () => {
    const b = ballot();
    const codes: unknown[] = [];
    const cast = async (vote: { voter: unknown }): Promise<Receipt> => {
      codes.push(vote.voter);
      return receipt(b);
    };
    const other = { code: '9WAC3RHD7KQM4XTP' };
    assert.ok((await castOnce(cast, b, blank, undefined, {}, voter)).fresh);
    assert.ok((await castOnce(cast, b, blank, undefined, {}, other)).fresh);
    assert.deepEqual(codes, [voter, other]);
  });
});
