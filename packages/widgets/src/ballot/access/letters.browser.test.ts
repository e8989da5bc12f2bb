import { expect } from '@open-wc/testing';
import { createAccessCode } from '@parvis/contract/access-codes';
import { normalizeCode } from '@parvis/contract/codes';
import { bench, garden, openBallot, press, tick, ticked, toReview } from '../../testing/ballot.ts';
import { asking, field, noting, review, text } from '../../testing/code.ts';
import { forgetEverything, until, write } from '../../testing/page.ts';
import '../define.ts';
import { setPageCode } from './page-code.ts';

const code = createAccessCode();
const bare = normalizeCode(code);

describe('The square on a letter', () => {
  beforeEach(async () => {
    await forgetEverything();
    setPageCode('');
  });
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('brings its code in the address: the field is filled, and the address keeps it no longer', async () => {
    history.replaceState({ kept: true }, '', `#lang=fr&code=${bare}`);
    const ballot = await openBallot(asking());
    expect(text(ballot)).to.contain('Le code de votre lettre est déjà là.');
    expect(location.hash).to.equal('#lang=fr');
    expect(history.state).to.deep.equal({ kept: true });
    await tick(ballot, bench);
    await toReview(ballot);
    expect(field(ballot).value).to.equal(code);
  });

  it('leaves the address of a page alone that carries no code', async () => {
    history.replaceState(null, '', '#vote');
    await openBallot(asking());
    expect(location.hash).to.equal('#vote');
  });

  it('of a letter, opened in a tab where somebody has begun, keeps what was chosen', async () => {
    const { sent, backend } = noting();
    const ballot = await review(backend);
    location.hash = `code=${bare}`;
    await until(() => text(ballot).includes('Vos choix sont encore là'), 'the choices with the code of the letter');
    expect(location.hash).to.equal('');
    await toReview(ballot);
    await press(ballot, 'Voter définitivement');
    expect(sent.map(({ voter, choice }) => [voter, choice])).to.deep.equal([[{ code: bare }, { options: ['p1'] }]]);
  });

  it('of a second letter of the household finds a ballot of its own; the first finds its receipt again', async () => {
    const { sent, backend } = noting();
    const other = normalizeCode(createAccessCode());
    history.replaceState(null, '', `#code=${bare}`);
    const ballot = await openBallot(backend);
    await tick(ballot, bench);
    await toReview(ballot);
    await press(ballot, 'Voter définitivement');
    location.hash = `code=${other}`;
    await until(() => text(ballot).includes('Étape 1 sur 2'), 'a ballot that is not filled in');
    expect(ticked(ballot)).to.deep.equal([]);
    await tick(ballot, garden);
    location.hash = `code=${bare}`;
    await until(() => text(ballot).includes('7KQM 4XTP'), 'the receipt of the first letter');
    location.hash = `code=${other}`;
    await until(() => text(ballot).includes('Vos choix sont encore là'), 'what the second had begun');
    expect(ticked(ballot)).to.deep.equal(['p2']);
    await toReview(ballot);
    await press(ballot, 'Voter définitivement');
    expect(sent.map(({ voter, choice }) => [voter, choice])).to.deep.equal([[{ code: bare }, { options: ['p1'] }], [{ code: other }, { options: ['p2'] }]]);
  });

  it('of a second letter keeps its code when one goes on with another code', async () => {
    const { backend } = noting();
    const first = await review(backend);
    await write(first, 'Votre code', createAccessCode());
    await press(first, 'Voter définitivement');
    setPageCode(code, true);
    await press(first, 'Voter avec un autre code');
    await tick(first, bench);
    await toReview(first);
    expect(field(first).value).to.equal(code);
  });
});
