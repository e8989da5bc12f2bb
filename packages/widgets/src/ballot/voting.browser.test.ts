import { expect } from '@open-wc/testing';
import { ParvisError } from '@parvis/contract';
import type { ErrorCode, Receipt } from '@parvis/contract';
import { failing, never } from '../shared/example.ts';
import { backendWith, bench, garden, openBallot, press, printedBy, tick, ticked, toReview, vote, type Cast, type Sent } from '../testing/ballot.ts';
import { all, focused, forgetEverything, named, until, words } from '../testing/page.ts';
import type { ParvisBallot } from './ballot.ts';
import './define.ts';

const text = (element: ParvisBallot) => words(element.renderRoot);
const receipt: Receipt = { receipt: '7KQM4XTP9WAC3RHD', consultation: 'bp-2027', ballot: 'b', channel: 'online', day: '2027-03-14' };

/** A counter of votes as a backend would keep it: the same key gets the same answer, another key of a device that voted is refused. */
function urn(answers: (ErrorCode | 'lost' | 'ok')[] = []) {
  const sent: Sent[] = [];
  const taken = new Map<string, Receipt>();
  const cast: Cast = async (input) => {
    sent.push(input);
    const answer = answers.shift() ?? 'ok';
    if (answer !== 'ok' && answer !== 'lost') throw new ParvisError(answer);
    if (!taken.has(input.key) && taken.size > 0) throw new ParvisError('already-voted');
    taken.set(input.key, receipt);
    if (answer === 'lost') throw new ParvisError('offline');
    return receipt;
  };
  return { sent, taken, cast };
}

describe('Casting a vote', () => {
  beforeEach(forgetEverything);

  it('what is sent: the choice in the order of the ballot, the rules seen, the mark of the device, a key', async () => {
    const { sent, cast } = urn();
    await vote(await openBallot(backendWith({}, { cast })), garden, bench);
    expect(sent[0]).to.deep.include({ consultation: 'bp-2027', rulesHash: 'r1', choice: { options: ['p1', 'p2'] } });
    expect(sent[0]?.key).to.match(/^[\w-]{22}$/);
    expect(sent[0]?.voter).to.have.property('mark');
  });

  it('the receipt takes focus: the day, the code in groups of four, what happens next, and that it hides the choice', async () => {
    const ballot = await openBallot(backendWith());
    await vote(ballot, garden);
    expect(words(focused(ballot))).to.equal('Votre vote est bien arrivé');
    expect(words(ballot.renderRoot.querySelector('.pv-code'))).to.equal('7KQM 4XTP 9WAC 3RHD');
    expect(text(ballot)).to.contain('14 mars 2027').and.to.contain('Votre reçu ne dit pas ce que vous avez voté.').and.to.contain('Les résultats viendront après la fin du vote (28 mars 2027).');
    expect(text(ballot)).to.not.contain(garden);
  });

  it('the receipt can be printed, with the code, and without what was voted', async () => {
    const ballot = await openBallot(backendWith());
    await vote(ballot, garden);
    const sheet = await printedBy(() => named(ballot, 'Imprimer').click());
    expect(sheet).to.contain('Votre reçu : 7KQM 4XTP 9WAC 3RHD').and.to.contain('14 mars 2027');
    expect(sheet).to.not.contain(garden);
  });

  it('a blank vote is sent as blank, whatever is ticked', async () => {
    const { sent, cast } = urn();
    const ballot = await openBallot(backendWith({}, { cast }));
    await tick(ballot, garden);
    await press(ballot, 'Voter blanc');
    await press(ballot, 'Voter définitivement');
    expect(sent[0]?.choice).to.deep.equal({ blank: true });
  });

  it('pressing twice sends once, and going back waits for the answer', async () => {
    let calls = 0;
    const ballot = await openBallot(backendWith({}, { cast: () => { calls += 1; return never(); } }));
    await tick(ballot, garden);
    await toReview(ballot);
    named(ballot, 'Voter définitivement').click();
    named(ballot, 'Voter définitivement').click();
    named(ballot, 'Changer mon vote').click();
    await until(() => text(ballot).includes('Envoi en cours') && calls > 0, 'the vote to leave');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(calls).to.equal(1);
    expect(text(ballot)).to.contain('Étape 2 sur 2');
  });

  it('a lost answer: the choice stays, one button sends again with the same key, and it counts once', async () => {
    const { sent, taken, cast } = urn(['lost']);
    const ballot = await openBallot(backendWith({}, { cast }));
    await vote(ballot, garden);
    expect(words(focused(ballot))).to.contain('Votre vote n’est pas encore confirmé');
    expect(text(ballot)).to.contain(garden);
    expect(all(ballot, 'button').map(words)).to.not.include('Changer mon vote');
    expect(text(ballot), 'a second vote on paper would count twice').to.not.contain('Voter autrement');
    await press(ballot, 'Essayer de nouveau');
    expect(words(focused(ballot))).to.equal('Votre vote est bien arrivé');
    expect(sent.map((s) => s.key)).to.deep.equal([sent[0]?.key, sent[0]?.key]);
    expect(taken.size).to.equal(1);
  });

  it('a reload after a lost answer finds the vote under way and finishes it with the same key', async () => {
    const { sent, cast } = urn(['lost']);
    const backend = backendWith({}, { cast });
    const first = await openBallot(backend);
    await vote(first, garden);
    first.remove();
    const second = await openBallot(backend);
    expect(text(second)).to.contain('Votre vote n’est pas encore confirmé').and.to.contain(garden);
    await press(second, 'Essayer de nouveau');
    expect(words(second.renderRoot.querySelector('.pv-code'))).to.equal('7KQM 4XTP 9WAC 3RHD');
    expect(sent[1]).to.deep.equal(sent[0]);
  });

  it('a vote still on its way when the page is closed is found again, though no answer ever came', async () => {
    const backend = backendWith({}, { cast: never });
    const first = await openBallot(backend);
    await tick(first, garden);
    await toReview(first);
    named(first, 'Voter définitivement').click();
    await new Promise((resolve) => setTimeout(resolve, 150));
    first.remove();
    expect(text(await openBallot(backend))).to.contain('Votre vote n’est pas encore confirmé');
  });

  it('after a reload this device says that it has voted, with the receipt kept', async () => {
    const backend = backendWith();
    const first = await openBallot(backend);
    await vote(first, garden);
    first.remove();
    const second = await openBallot(backend);
    expect(text(second)).to.contain('Cet appareil a déjà voté');
    expect(words(second.renderRoot.querySelector('.pv-code'))).to.equal('7KQM 4XTP 9WAC 3RHD');
    expect(all(second, 'input').length).to.equal(0);
  });

  it('two tabs: the second one gets the receipt of the first and never votes twice', async () => {
    const { sent, taken, cast } = urn();
    const backend = backendWith({}, { cast });
    const one = await openBallot(backend);
    const two = await openBallot(backend);
    await vote(one, garden);
    await vote(two, bench);
    expect(text(two)).to.contain('Cet appareil a déjà voté');
    expect(words(two.renderRoot.querySelector('.pv-code'))).to.equal('7KQM 4XTP 9WAC 3RHD');
    expect([sent.length, taken.size]).to.deep.equal([1, 1]);
  });

  it('two tabs that vote at the same moment send one and the same act', async () => {
    const { sent, taken, cast } = urn();
    const backend = backendWith({}, { cast });
    const tabs = [await openBallot(backend), await openBallot(backend)] as const;
    for (const tab of tabs) {
      await tick(tab, garden);
      await toReview(tab);
    }
    for (const tab of tabs) named(tab, 'Voter définitivement').click();
    for (const tab of tabs) await until(() => tab.renderRoot.querySelector('.pv-code'), 'the receipt');
    expect(new Set(sent.map((s) => s.key)).size).to.equal(1);
    expect(taken.size).to.equal(1);
  });

  it('a device that had voted is told calmly, keeps nothing to send, and learns how another person can vote', async () => {
    const ballot = await openBallot(backendWith({}, { cast: failing('already-voted') }));
    await vote(ballot, garden);
    expect(words(focused(ballot))).to.equal('Cet appareil a déjà voté');
    expect(text(ballot)).to.contain('Voter autrement').and.to.contain('marché du samedi');
    expect(all(ballot, 'button').map(words)).to.deep.equal([]);
  });

  it('a vote that came after closing: says that it is not counted, and how to vote otherwise', async () => {
    const ballot = await openBallot(backendWith({}, { cast: failing('closed') }));
    await vote(ballot, garden);
    expect(words(focused(ballot))).to.equal('Le vote est terminé Votre vote est arrivé trop tard. Il n’est pas compté.');
    expect(text(ballot)).to.contain('marché du samedi');
  });

  it('a vote sent again after closing may have arrived before, and the sentence says so', async () => {
    const ballot = await openBallot(backendWith({}, { cast: urn(['lost', 'closed']).cast }));
    await vote(ballot, garden);
    await press(ballot, 'Essayer de nouveau');
    expect(words(focused(ballot))).to.contain('Nous ne savons pas si votre vote est arrivé à temps.');
  });

  it('a ballot that changed: the new one, the choices that still exist, what is different, and a new key', async () => {
    const { sent, cast } = urn(['rules-changed']);
    const backend = backendWith({}, { cast });
    const old = await backend.votes.ballot({ consultation: 'bp-2027', ballot: 'vote' });
    let now = old;
    const ballot = await openBallot({ votes: { ...backend.votes, ballot: () => Promise.resolve(now) } });
    now = { ...old, rulesHash: 'r2', options: old.options.filter((o) => o.id !== 'p1') };
    await vote(ballot, bench, garden);
    expect(words(focused(ballot))).to.contain('Le bulletin a changé. Vous n’avez pas encore voté.').and.to.contain('ne peut plus être choisi');
    expect(ticked(ballot)).to.deep.equal(['p2']);
    await vote(ballot);
    expect(sent[1]).to.deep.include({ rulesHash: 'r2', choice: { options: ['p2'] } });
    expect(sent[1]?.key).to.not.equal(sent[0]?.key);
  });

  it('a choice the backend finds wrong leads back to the choices, with the sentence and everything ticked', async () => {
    const refuse: Cast = () => Promise.reject(new ParvisError('invalid', { issues: [{ pointer: '/choice', code: 'too-few', limit: 2, actual: 1 }] }));
    const ballot = await openBallot(backendWith({}, { cast: refuse }));
    await vote(ballot, garden);
    expect(words(focused(ballot))).to.contain('Il y a 1 chose à corriger');
    expect(ticked(ballot)).to.deep.equal(['p2']);
  });

  for (const code of ['not-eligible', 'invalid', 'not-yet', 'not-found'] as const) {
    it(`a vote refused (${code}) is said, nothing is lost, and the paper way is shown`, async () => {
      const ballot = await openBallot(backendWith({}, { cast: failing(code) }));
      await vote(ballot, garden);
      expect(words(focused(ballot))).to.contain('Votre vote n’a pas été accepté');
      expect(ballot.renderRoot.querySelector('[role=alert]')).to.not.equal(null);
      expect(text(ballot)).to.contain(garden).and.to.contain('marché du samedi');
    });
  }

  it('the page learns that somebody voted, never what', async () => {
    const ballot = await openBallot(backendWith());
    const heard: Event[] = [];
    addEventListener('parvis-voted', (event) => heard.push(event), { once: true });
    await vote(ballot, garden);
    expect(heard.length).to.equal(1);
    expect(Object.keys(heard[0] ?? {}).filter((key) => key !== 'isTrusted')).to.deep.equal(['consultation', 'ballot']);
  });

  it('leaving the page aborts the call', async () => {
    let signal: AbortSignal | undefined;
    const ballot = await openBallot(backendWith({}, { cast: (_, context) => { signal = context?.signal; return never(); } }));
    await tick(ballot, garden);
    await toReview(ballot);
    named(ballot, 'Voter définitivement').click();
    await until(() => signal, 'the call');
    ballot.remove();
    expect(signal?.aborted).to.equal(true);
  });

  it('where storage is forbidden one can vote, and is told not to close the page', async () => {
    const open = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = () => { throw new DOMException('forbidden', 'SecurityError'); };
    try {
      const { sent, cast } = urn(['lost']);
      const ballot = await openBallot(backendWith({}, { cast }));
      await vote(ballot, garden);
      expect(text(ballot)).to.contain('Ne fermez pas cette page');
      await press(ballot, 'Essayer de nouveau');
      expect(words(focused(ballot))).to.equal('Votre vote est bien arrivé');
      expect(sent[1]?.key).to.equal(sent[0]?.key);
    } finally {
      IDBDatabase.prototype.transaction = open;
    }
  });
});

describe('Ballots that cannot be filled in', () => {
  beforeEach(forgetEverything);

  for (const [what, ballot, sentence] of [
    ['a kind of ballot this version does not know', { method: 'by-acclamation' as never }, 'Pas proposé ici'],
    ['a ballot that is not open yet', { status: 'upcoming' }, 'Le vote n’est pas encore ouvert'],
    ['a ballot that is closed', { status: 'closed' }, 'Le vote est terminé'],
  ] as const) {
    it(`${what} is said beforehand, with the paper way, and offers no control`, async () => {
      const element = await openBallot(backendWith(ballot));
      expect(text(element)).to.contain(sentence).and.to.contain('Voter autrement');
      expect(all(element, 'input, button').length).to.equal(0);
    });
  }

  it('only the backend says whether voting is open: a clock that is wrong changes nothing', async () => {
    const ballot = await openBallot(backendWith({ closesAt: '2001-01-01T00:00:00Z', status: 'open' }));
    expect(all(ballot, 'input').length).to.be.greaterThan(0);
  });
});
