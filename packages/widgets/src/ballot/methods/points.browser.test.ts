import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { backendWith, bench, clock, garden, nameOf, openBallot, press, printedBy, toReview, type Sent } from '../../testing/ballot.ts';
import { all, announced, focused, forgetEverything, inState, named, until, words } from '../../testing/page.ts';
import { examples } from '../ballot.examples.ts';
import type { ParvisBallot } from '../ballot.ts';
import '../define.ts';
import { pointsBallot } from './points.examples.ts';

const text = (element: ParvisBallot) => words(element.renderRoot);
const standing = (element: ParvisBallot) => words(element.renderRoot.querySelector('.pv-left'));
const field = (element: ParvisBallot, label: string): HTMLInputElement => {
  const found = all<HTMLInputElement>(element, 'input').find((input) => nameOf(element, input).includes(label));
  if (!found) throw new Error(`no field for ${label}`);
  return found;
};
const plus = (element: ParvisBallot, label: string) => named(element, new RegExp(`^Un point de plus : .${label}`));
const minus = (element: ParvisBallot, label: string) => named(element, new RegExp(`^Un point de moins : .${label}`));
/** Gives points one by one, as presses come from a hand. */
const give = async (element: ParvisBallot, label: string, n: number): Promise<void> => {
  for (let i = 0; i < n; i += 1) {
    plus(element, label).click();
    await element.updateComplete;
  }
};
const inBallot = (name: string) => inState<ParvisBallot>('parvis-ballot', examples, name);
const open = (rules: object = {}, votes: object = {}) => openBallot(backendWith({ ...pointsBallot, ...rules }, votes));

describe('Giving points', () => {
  beforeEach(forgetEverything);

  it('each option has a field with its name, and a button for one point more and one less, named with the option', async () => {
    const ballot = await open();
    expect(nameOf(ballot, field(ballot, garden)).replace(/\s/g, ' ')).to.equal('2 Un jardin partagé derrière la gare 62 500 €');
    expect(field(ballot, garden).value).to.equal('0');
    expect(plus(ballot, garden).localName).to.equal('button');
    expect(minus(ballot, garden).localName).to.equal('button');
  });

  it('a press gives a point, keeps focus, writes at once what is left, and says both after a pause, once', async () => {
    const ballot = await open();
    const said: string[] = [];
    new MutationObserver(() => said.push(announced(ballot))).observe(ballot.renderRoot.querySelector('[role=status]') as Element, { childList: true, characterData: true, subtree: true });
    plus(ballot, garden).focus();
    await give(ballot, garden, 2);
    expect(focused(ballot)).to.equal(plus(ballot, garden));
    expect(field(ballot, garden).value).to.equal('2');
    expect(standing(ballot)).to.equal('Il vous reste 8 points sur 10.');
    await until(() => announced(ballot), 'the announcement');
    expect(said.map((line) => line.replace(/[\u2068\u2069]/g, ''))).to.deep.equal([`« ${garden} » : 2 points. Il vous reste 8 points sur 10.`]);
  });

  it('no button is dead: at the cap and at nothing it stays where it is and says why', async () => {
    const ballot = await open({ cap: 1 });
    minus(ballot, clock).click();
    await until(() => announced(ballot).includes('n’a pas de point à enlever'), 'why there is nothing to take away');
    await give(ballot, clock, 2);
    await until(() => announced(ballot).includes('a déjà 1 point. C’est le plus possible.'), 'why there is no more to give');
    expect(field(ballot, clock).value).to.equal('1');
    expect(all<HTMLButtonElement>(ballot, 'button').some((button) => button.disabled)).to.equal(false);
  });

  it('by keyboard alone: a number is typed, Tab goes on to more and less, Enter reviews', async () => {
    const ballot = await open();
    field(ballot, garden).focus();
    field(ballot, garden).select();
    await sendKeys({ type: '4' });
    await sendKeys({ press: 'Tab' });
    expect(focused(ballot)).to.equal(plus(ballot, garden));
    await sendKeys({ press: ' ' });
    expect(field(ballot, garden).value).to.equal('5');
    expect(standing(ballot)).to.equal('Il vous reste 5 points sur 10.');
    named(ballot, 'Vérifier mon vote').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => words(focused(ballot)) === 'Vérifier mon vote', 'focus on the heading of the review');
    expect(text(ballot)).to.contain(garden).and.to.contain('5 points');
  });

  it('an emptied field stays empty while one types, and shows 0 when one leaves it', async () => {
    const ballot = await open();
    await give(ballot, garden, 1);
    field(ballot, garden).focus();
    field(ballot, garden).select();
    await sendKeys({ press: 'Backspace' });
    expect(field(ballot, garden).value).to.equal('');
    await sendKeys({ press: 'Tab' });
    await ballot.updateComplete;
    expect(field(ballot, garden).value).to.equal('0');
  });

  it('over the purse nothing is refused yet: the sentence says how many are too many', async () => {
    const ballot = await inBallot('points-over');
    expect(standing(ballot)).to.equal('Il y a 3 points de trop. Enlevez-les où vous voulez.');
  });

  it('the review is refused with one line per mistake, each beside its field as well; what was typed stays', async () => {
    const ballot = await inBallot('points-error');
    await until(() => focused(ballot)?.id.endsWith('errors'), 'focus on the summary');
    expect(words(focused(ballot)).replace(/[\u2068\u2069]/g, '')).to.equal(`Il y a 2 choses à corriger Donnez au plus 5 points à « ${bench} ».Pour « ${clock} », écrivez un nombre entier, de 0 à 5.`);
    expect(field(ballot, clock).value).to.equal('deux');
    expect(field(ballot, clock).getAttribute('aria-invalid')).to.equal('true');
    const described = field(ballot, clock).getAttribute('aria-describedby')?.split(' ').map((id) => words((ballot.renderRoot as ShadowRoot).getElementById(id)));
    expect(described?.join(' ')).to.contain('Erreur : Pour');
    named(ballot, /écrivez un nombre/).click();
    expect(focused(ballot)).to.equal(field(ballot, clock));
  });

  it('points and what was typed come back after a reload', async () => {
    const backend = backendWith(pointsBallot);
    const first = await openBallot(backend);
    await give(first, garden, 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    first.remove();
    const second = await openBallot(backend);
    expect(field(second, garden).value).to.equal('2');
    expect(text(second)).to.contain('Vos choix sont encore là.');
  });

  it('a ballot that changed keeps the points that still can be given, and says what is gone', async () => {
    const backend = backendWith(pointsBallot);
    const first = await openBallot(backend);
    await give(first, garden, 1);
    await give(first, clock, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    first.remove();
    const old = await backend.votes.ballot({ consultation: 'bp-2027', ballot: 'vote' });
    const newer = { ...old, rulesHash: 'r2', options: old.options.map((o) => (o.id === 'p2' ? { ...o, withdrawn: true } : o)) };
    const sent: Sent[] = [];
    const second = await openBallot({ votes: { ...backend.votes, ballot: () => Promise.resolve(newer), cast: (input: Sent) => { sent.push(input); return backend.votes.cast(input); } } });
    expect(text(second)).to.contain('ne peut plus être choisi');
    expect(standing(second)).to.equal('Il vous reste 9 points sur 10.');
    await toReview(second);
    await press(second, 'Voter définitivement');
    expect(sent[0]?.choice).to.deep.equal({ values: { p3: 1 } });
  });

  it('the review names what has points, prints it, and what is sent is a number for each', async () => {
    const sent: Sent[] = [];
    const backend = backendWith(pointsBallot);
    const ballot = await openBallot({ votes: { ...backend.votes, cast: (input: Sent) => { sent.push(input); return backend.votes.cast(input); } } });
    await give(ballot, clock, 2);
    await give(ballot, bench, 1);
    await toReview(ballot);
    const sheet = await printedBy(() => named(ballot, 'Imprimer').click());
    expect(sheet.replace(/[^\S\n]/g, ' ')).to.equal(`À quoi donner la priorité ?\n1 ${bench} 1 point 48 000 €\n3 ${clock} 2 points 18 200 €\nTotal : 3 points sur 10.`);
    await press(ballot, 'Voter définitivement');
    expect(sent[0]?.choice).to.deep.equal({ values: { p1: 1, p3: 2 } });
    expect(words(focused(ballot))).to.equal('Votre vote est bien arrivé');
  });

  it('going back from the review keeps every point', async () => {
    const ballot = await inBallot('points-review');
    await press(ballot, 'Changer mon vote');
    expect(field(ballot, bench).value).to.equal('5');
    expect(standing(ballot)).to.equal('Il vous reste 2 points sur 10.');
  });
});
