import { expect } from '@open-wc/testing';
import { createAccessCode } from '@parvis/contract/access-codes';
import { normalizeCode } from '@parvis/contract/codes';
import { ParvisError } from '@parvis/contract/errors';
import { bench, garden, openBallot, press, printedBy, tick, ticked, toReview, type Sent } from '../../testing/ballot.ts';
import { asking, field, noting, refusing, review, text } from '../../testing/code.ts';
import { announced, focused, forgetEverything, named, until, words, write } from '../../testing/page.ts';
import type { ParvisBallot } from '../ballot.ts';
import '../define.ts';
import { setPageCode } from './page-code.ts';

const code = createAccessCode();
const bare = normalizeCode(code);

describe('A ballot that asks for the code of a letter', () => {
  beforeEach(async () => {
    await forgetEverything();
    setPageCode('');
  });

  it('says before choosing who has one vote and that a code is needed', async () => {
    const ballot = await openBallot(asking());
    expect(text(ballot)).to.contain('Un vote par logement. Pour voter, il faut le code écrit dans la lettre que vous avez reçue.');
    expect(text(ballot)).to.not.contain('ouvert à tous');
  });

  it('asks for it at the review, and sends the vote with it', async () => {
    const { sent, backend } = noting();
    const ballot = await review(backend);
    expect(field(ballot).value).to.equal('');
    await write(ballot, 'Votre code', ` ${code.toLowerCase().replaceAll(' ', '-')}`);
    await press(ballot, 'Voter définitivement');
    expect(text(ballot)).to.contain('Votre vote est bien arrivé');
    expect(sent.map(({ voter, choice }) => ({ voter, choice }))).to.deep.equal([{ voter: { code: bare }, choice: { options: ['p1'] } }]);
  });

  it('takes a blank vote with a code as well', async () => {
    const { sent, backend } = noting();
    const ballot = await openBallot(backend);
    await press(ballot, 'Voter blanc');
    await write(ballot, 'Votre code', code);
    await press(ballot, 'Voter définitivement');
    expect(sent[0]?.choice).to.deep.equal({ blank: true });
  });

  it('notices a slip before anything is sent: focus on what is wrong, a link to the field, the vote still there', async () => {
    const { sent, backend } = noting();
    const ballot = await review(backend);
    for (const [typed, sentence] of [['', 'Écrivez le code'], [code.slice(0, -1), 'Il manque 1'], [`${code.slice(0, -1)}O`, 'Le signe'], [`${code}7`, 'Il y a 1']] as const) {
      await write(ballot, 'Votre code', typed);
      named(ballot, 'Voter définitivement').click();
      await until(() => focused(ballot)?.id.endsWith('errors') && text(ballot).includes(sentence), sentence);
      expect(field(ballot).getAttribute('aria-invalid')).to.equal('true');
      const described = (field(ballot).getAttribute('aria-describedby') ?? '').split(' ').map((id) => words((ballot.renderRoot as ShadowRoot).getElementById(id)));
      expect(described.join(' ')).to.contain('Erreur :').and.to.contain(sentence);
    }
    named(ballot, /^Il y a 1 lettre/).click();
    expect(focused(ballot)).to.equal(field(ballot));
    await write(ballot, 'Votre code', code.slice(0, -3));
    expect(field(ballot).getAttribute('aria-invalid'), 'what is not right yet stays marked').to.equal('true');
    expect(text(ballot)).to.contain('Il manque 3');
    await write(ballot, 'Votre code', code);
    expect(field(ballot).getAttribute('aria-invalid'), 'a mistake that is mended goes away').to.equal(null);
    expect(sent).to.deep.equal([]);
    await press(ballot, 'Voter définitivement');
    expect(sent.length).to.equal(1);
  });

  for (const [what, cast, sentence] of [
    ['a code nobody was given', refusing('not-eligible', 'unknown'), 'Nous ne connaissons pas ce code.'],
    ['a code of another vote', refusing('not-eligible', 'foreign'), 'Ce code est celui d’un autre vote.'],
    ['a code that was replaced', refusing('not-eligible', 'void'), 'Ce code ne sert plus.'],
    ['a code that has voted', refusing('already-voted'), 'Un vote est déjà arrivé avec ce code, et il est compté.'],
    ['too many wrong codes', refusing('quota'), 'Trop de codes ont été essayés. Attendez une minute'],
  ] as const) {
    it(`${what}: says so beside the field, offers the other way to vote, and lets another code be tried with the same choices`, async () => {
      let first = true;
      const { votes } = asking();
      const { sent, backend } = noting({ cast: (vote, context) => {
        const answer = (first ? cast : votes.cast)(vote, context);
        first = false;
        return answer;
      } });
      const ballot = await review(backend);
      await write(ballot, 'Votre code', code);
      named(ballot, 'Voter définitivement').click();
      await until(() => focused(ballot)?.id.endsWith('errors'), 'the mistake');
      expect(text(ballot)).to.contain(sentence).and.to.contain('Voter autrement').and.to.contain(bench);
      const other = createAccessCode();
      await write(ballot, 'Votre code', other);
      await press(ballot, 'Voter définitivement');
      expect(text(ballot)).to.contain('Votre vote est bien arrivé');
      expect(sent.map(({ voter }) => voter)).to.deep.equal([{ code: bare }, { code: normalizeCode(other) }]);
      expect(new Set(sent.map(({ key }) => key)).size, 'another code is another act').to.equal(2);
    });
  }

  it('where the answer is lost, the same code is sent again and cannot be changed meanwhile', async () => {
    let lost = true;
    const { votes } = asking();
    const { sent, backend } = noting({ cast: (vote, context) => {
      if (!lost) return votes.cast(vote, context);
      lost = false;
      return Promise.reject(new ParvisError('offline'));
    } });
    const ballot = await review(backend);
    await write(ballot, 'Votre code', code);
    await press(ballot, 'Voter définitivement');
    expect(() => field(ballot)).to.throw('no control');
    await press(ballot, 'Essayer de nouveau');
    expect(text(ballot)).to.contain('Votre vote est bien arrivé');
    expect(sent[1]).to.deep.equal(sent[0]);
  });

  it('closed between the review and the vote: the server’s clock decides, and the other way is shown', async () => {
    const ballot = await review(asking({ cast: refusing('closed') }));
    await write(ballot, 'Votre code', code);
    await press(ballot, 'Voter définitivement');
    expect(text(ballot)).to.contain('Votre vote est arrivé trop tard. Il n’est pas compté.').and.to.contain('Voter autrement');
  });

  it('changed while somebody was voting: back to the choices, and the code need not be typed again', async () => {
    let calls = 0;
    const { votes } = asking();
    const first = await votes.ballot({ consultation: 'bp-2027', ballot: 'vote' });
    const ballot = await review({ votes: {
      ...votes,
      ballot: () => Promise.resolve(calls++ === 0 ? first : { ...first, rulesHash: 'r2' }),
      cast: (vote: Sent, context: object) => (vote.rulesHash === 'r2' ? votes.cast(vote, context) : Promise.reject(new ParvisError('rules-changed'))),
    } });
    await write(ballot, 'Votre code', code);
    await press(ballot, 'Voter définitivement');
    expect(text(ballot)).to.contain('Le bulletin a changé');
    expect(ticked(ballot)).to.deep.equal(['p1']);
    await toReview(ballot);
    expect(field(ballot).value).to.equal(code);
    await press(ballot, 'Voter définitivement');
    expect(text(ballot)).to.contain('Votre vote est bien arrivé');
  });

  it('several questions of one page ask once: the next one has the code already', async () => {
    const first = await review(asking());
    await write(first, 'Votre code', code);
    await press(first, 'Voter définitivement');
    const second = await review(asking());
    expect(field(second).value).to.equal(code);
    expect(text(second)).to.contain('Il est déjà rempli.');
  });

  it('another dwelling votes from the same screen, and finds neither code nor choices of the one before', async () => {
    const { sent, backend } = noting();
    const ballot = await review(backend);
    await write(ballot, 'Votre code', code);
    await press(ballot, 'Voter définitivement');
    await press(ballot, 'Voter avec un autre code');
    expect(ticked(ballot)).to.deep.equal([]);
    await tick(ballot, bench);
    await toReview(ballot);
    expect(field(ballot).value).to.equal('');
    await write(ballot, 'Votre code', createAccessCode());
    await press(ballot, 'Voter définitivement');
    expect(text(ballot)).to.contain('Votre vote est bien arrivé');
    expect(sent.length).to.equal(2);
  });

  it('a code for trying out: everything works, and it says that nothing is counted', async () => {
    const { votes } = asking();
    const ballot = await review(asking({ cast: async (vote, context) => ({ ...(await votes.cast(vote, context)), test: true }) }));
    await write(ballot, 'Votre code', code);
    await press(ballot, 'Voter définitivement');
    expect(text(ballot)).to.contain('C’était un essai').and.to.contain('Votre vote n’est pas compté.');
  });

  for (const [what, rules, fill] of [
    ['points', { method: 'points', purse: 10, ceiling: undefined }, (ballot: ParvisBallot) => named(ballot, /^Un point de plus : .*bancs/).click()],
    ['scores', { method: 'score', scores: { from: 0, to: 1000 }, ceiling: undefined }, (ballot: ParvisBallot) => write(ballot, /bancs/, '7')],
    ['a ranking', { method: 'ranking', ceiling: undefined }, (ballot: ParvisBallot) => named(ballot, /^Ajouter : .*bancs/).click()],
  ] as const) {
    it(`is typed sign by sign on a ballot with ${what} as well`, async () => {
      const { sent, backend } = noting({}, rules);
      const ballot = await openBallot(backend);
      await fill(ballot);
      await ballot.updateComplete;
      await toReview(ballot);
      for (let signs = 1; signs <= bare.length; signs += 1) await write(ballot, 'Votre code', `${field(ballot).value}${bare[signs - 1]}`);
      expect(field(ballot).value).to.equal(bare);
      await press(ballot, 'Voter définitivement');
      expect(sent[0]?.voter).to.deep.equal({ code: bare });
    });
  }

  it('with two questions at the review, what one field says the other says too, and that is what is sent', async () => {
    const [one, two] = [noting(), noting()];
    const first = await review(one.backend);
    const second = await review(two.backend);
    await write(first, 'Votre code', createAccessCode());
    await write(second, 'Votre code', code);
    expect(field(first).value).to.equal(code);
    await press(first, 'Voter définitivement');
    expect(one.sent[0]?.voter).to.deep.equal({ code: bare });
  });

  it('after "another code" no other question of the page still has the one before', async () => {
    const first = await review(asking());
    const second = await review(asking());
    await write(first, 'Votre code', code);
    await press(first, 'Voter définitivement');
    expect(field(second).value).to.equal(code);
    await press(first, 'Voter avec un autre code');
    expect(field(second).value).to.equal('');
  });

  it('who ranks after somebody else can take nothing back that was not theirs', async () => {
    const ballot = await openBallot(asking({}, { method: 'ranking', ceiling: undefined }));
    for (const name of [/^Ajouter : .*bancs/, /^Ajouter : .*jardin/]) {
      named(ballot, name).click();
      await ballot.updateComplete;
    }
    await toReview(ballot);
    await write(ballot, 'Votre code', code);
    await press(ballot, 'Voter définitivement');
    await press(ballot, 'Voter avec un autre code');
    expect(text(ballot)).to.contain('Vous n’avez encore rien classé.').and.to.not.contain('Annuler le dernier changement');
  });

  it('Enter in the field leads to the button, and does not vote by itself', async () => {
    const { sent, backend } = noting();
    const ballot = await review(backend);
    await write(ballot, 'Votre code', code);
    field(ballot).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
    expect(words(focused(ballot))).to.equal('Voter définitivement');
    expect(sent).to.deep.equal([]);
  });

  it('two tabs, two dwellings: the answer of one gets lost, and the other votes with its own code and choice', async () => {
    let lost = true;
    const { votes } = asking();
    const { sent, backend } = noting({ cast: (vote, context) => {
      if (!lost) return votes.cast(vote, context);
      lost = false;
      return Promise.reject(new ParvisError('offline'));
    } });
    const one = await review(backend);
    const two = await review(backend, garden);
    await write(one, 'Votre code', code);
    await press(one, 'Voter définitivement');
    const other = createAccessCode();
    await write(two, 'Votre code', other);
    await press(two, 'Voter définitivement');
    expect(text(two)).to.contain('Votre vote est bien arrivé');
    expect(sent.at(-1)).to.deep.include({ voter: { code: normalizeCode(other) } });
    await press(one, 'Essayer de nouveau');
    expect(text(one)).to.contain('Votre vote est bien arrivé');
    expect(sent.at(-1)).to.deep.equal(sent[0]);
  });

  it('is nowhere on the device, on the printed sheet or in what is announced', async () => {
    const ballot = await review(asking());
    await write(ballot, 'Votre code', code);
    expect(await printedBy(() => named(ballot, 'Imprimer').click())).to.not.contain(code).and.to.not.contain(bare);
    const databases = await new Promise<unknown[]>((resolve) => {
      const request = indexedDB.open('parvis', 1);
      request.onsuccess = () => {
        const all = request.result.transaction('kept').objectStore('kept').getAll();
        all.onsuccess = () => { request.result.close(); resolve(all.result); };
      };
    });
    expect(JSON.stringify(databases)).to.not.contain(bare).and.to.not.contain(code);
    expect(announced(ballot)).to.not.contain(code);
  });
});
