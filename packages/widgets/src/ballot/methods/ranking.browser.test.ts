import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { backendWith, bench, clock, garden, openBallot, press, printedBy, toReview, track, type Sent } from '../../testing/ballot.ts';
import { all, announced, focused, forgetEverything, inState, named, until, words } from '../../testing/page.ts';
import { examples } from '../ballot.examples.ts';
import type { ParvisBallot } from '../ballot.ts';
import '../define.ts';
import { rankingBallot } from './ranking.examples.ts';

const text = (element: ParvisBallot) => words(element.renderRoot);
const inBallot = (name: string) => inState<ParvisBallot>('parvis-ballot', examples, name);
const open = (rules: object = {}) => openBallot(backendWith({ ...rankingBallot, ...rules }));
const order = (element: ParvisBallot): string[] => all(element, 'ol .pv-name').map(words);
const act = (what: string, label: string) => new RegExp(`^${what} : .?${label}`);
const move = async (element: ParvisBallot, what: 'Ajouter' | 'Monter' | 'Descendre' | 'Retirer', label: string): Promise<void> => {
  named(element, act(what, label)).click();
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
};
const add = async (element: ParvisBallot, ...labels: string[]): Promise<void> => {
  for (const label of labels) await move(element, 'Ajouter', label);
};
const placeOf = (element: ParvisBallot, label: string): HTMLSelectElement => {
  const found = all<HTMLSelectElement>(element, 'select').find((s) => s.getAttribute('aria-label')?.includes(label));
  if (!found) throw new Error(`no place for ${label}`);
  return found;
};
const said = (element: ParvisBallot) => announced(element).replace(/[\u2068\u2069]/g, '');
/** Everything the live region says meanwhile. */
const listen = (element: ParvisBallot): string[] => {
  const lines: string[] = [];
  new MutationObserver(() => lines.push(said(element))).observe(element.renderRoot.querySelector('[role=status]') as Element, { childList: true, characterData: true, subtree: true });
  return lines;
};
const focusName = (element: ParvisBallot) => (focused(element)?.getAttribute('aria-label') ?? words(focused(element))).replace(/[\u2068\u2069]/g, '').replace(/\s/g, ' ');

describe('Ranking', () => {
  beforeEach(forgetEverything);

  it('nothing is ranked beforehand, and every button is named with its option', async () => {
    const ballot = await open();
    expect(order(ballot)).to.deep.equal([]);
    expect(text(ballot)).to.contain('Vous n’avez encore rien classé.');
    const names = all(ballot, 'li button').map((b) => b.getAttribute('aria-label'));
    expect(new Set(names).size).to.equal(9);
  });

  it('what is added goes to the end; its place is said once; focus goes on to the next that can be added', async () => {
    const ballot = await open();
    const lines = listen(ballot);
    named(ballot, act('Ajouter', garden)).focus();
    await add(ballot, garden);
    expect(order(ballot)).to.deep.equal([garden]);
    expect(focusName(ballot)).to.equal(`Ajouter : ${clock}`);
    await until(() => announced(ballot), 'the announcement');
    expect(lines).to.deep.equal([`« ${garden} » est à la place 1.`]);
  });

  it('moved up or down, focus follows the option on the same button, and its new place is said once', async () => {
    const ballot = await open();
    await add(ballot, garden, clock, bench);
    await until(() => announced(ballot), 'what is said of the last one added');
    const lines = listen(ballot);
    await move(ballot, 'Monter', bench);
    expect(order(ballot)).to.deep.equal([garden, bench, clock]);
    expect(focusName(ballot)).to.equal(`Monter : ${bench}`);
    await until(() => said(ballot) === `« ${bench} » est à la place 2.`, 'the new place');
    await move(ballot, 'Descendre', garden);
    expect(order(ballot)).to.deep.equal([bench, garden, clock]);
    expect(focusName(ballot)).to.equal(`Descendre : ${garden}`);
    await until(() => said(ballot) === `« ${garden} » est à la place 2.`, 'the new place');
    expect(lines.length).to.equal(2);
  });

  it('several moves in a row are said once, with the last place', async () => {
    const ballot = await open();
    await add(ballot, garden, clock, bench);
    await until(() => announced(ballot), 'what is said of the last one added');
    const lines = listen(ballot);
    await move(ballot, 'Monter', bench);
    await move(ballot, 'Monter', bench);
    await until(() => said(ballot) === `« ${bench} » est à la place 1.`, 'the last place');
    expect(lines.length).to.equal(1);
  });

  it('at the ends the buttons are not dead: they say that it is first or last already', async () => {
    const ballot = await open();
    await add(ballot, garden, clock);
    await move(ballot, 'Monter', garden);
    await until(() => said(ballot) === `« ${garden} » est déjà en premier.`, 'first');
    await move(ballot, 'Descendre', clock);
    await until(() => said(ballot) === `« ${clock} » est déjà en dernier.`, 'last');
    expect(order(ballot)).to.deep.equal([garden, clock]);
    expect(all<HTMLButtonElement>(ballot, 'button').some((b) => b.disabled)).to.equal(false);
  });

  it('by its place in a list: the option goes there, the lists of the others follow, focus stays on its own', async () => {
    const ballot = await open();
    await add(ballot, garden, clock, bench);
    const select = placeOf(ballot, bench);
    select.focus();
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    await until(() => order(ballot)[0] === bench, 'the new order');
    await until(() => focused(ballot) === placeOf(ballot, bench), 'focus on the list of the moved option');
    expect(all<HTMLSelectElement>(ballot, 'select').map((s) => s.value)).to.deep.equal(['1', '2', '3']);
    expect(all<HTMLSelectElement>(ballot, 'select').map((s) => s.getAttribute('aria-label')?.replace(/[\u2068\u2069]/g, ''))).to.deep.equal([bench, garden, clock].map((label) => `Place de «\u00a0${label}\u00a0»`));
  });

  it('taken out, it can be added again; focus goes on to its neighbour', async () => {
    const ballot = await open();
    await add(ballot, garden, clock, bench);
    await move(ballot, 'Retirer', clock);
    expect(order(ballot)).to.deep.equal([garden, bench]);
    expect(focusName(ballot)).to.equal(`Retirer : ${bench}`);
    expect(named(ballot, act('Ajouter', clock)).localName).to.equal('button');
    await until(() => said(ballot) === `« ${clock} » n’est plus dans votre classement.`, 'what happened');
  });

  it('every change can be taken back, one after the other, and that is said', async () => {
    const ballot = await open();
    await add(ballot, garden, clock);
    await move(ballot, 'Monter', clock);
    await press(ballot, 'Annuler le dernier changement').catch(() => undefined);
    expect(order(ballot)).to.deep.equal([garden, clock]);
    expect(focusName(ballot)).to.equal('Annuler le dernier changement');
    await until(() => said(ballot) === 'Le dernier changement est annulé.', 'that it is taken back');
    for (let i = 0; i < 2; i += 1) {
      named(ballot, 'Annuler le dernier changement').click();
      await ballot.updateComplete;
    }
    expect(order(ballot)).to.deep.equal([]);
    await until(() => words(focused(ballot)) === 'Votre classement', 'focus on the heading, since the button is gone');
  });

  it('beyond the limit nothing is dead: the option is added, says that it goes beyond, and the sentence says what to do', async () => {
    const ballot = await inBallot('ranking-over');
    expect(words(ballot.renderRoot.querySelector('.pv-left'))).to.equal('Enlevez 1 choix.');
    expect(all(ballot, 'ol > li').map((li) => words(li).includes('dépasse la limite'))).to.deep.equal([false, false, false, false, true]);
    expect(placeOf(ballot, clock).getAttribute('aria-invalid')).to.equal('true');
  });

  it('the review is refused with a summary that takes focus and leads to the first option that can be added', async () => {
    const ballot = await inBallot('ranking-error');
    await until(() => focused(ballot)?.id.endsWith('errors'), 'focus on the summary');
    expect(words(focused(ballot))).to.equal('Il y a 1 chose à corriger Classez au moins 2 choix.');
    named(ballot, /^Classez au moins/).click();
    expect(focusName(ballot)).to.equal(`Ajouter : ${bench}`);
  });

  it('by keyboard alone: add two, put the second first, review', async () => {
    const ballot = await open();
    named(ballot, act('Ajouter', garden)).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focusName(ballot) === `Ajouter : ${clock}`, 'focus on the next');
    await sendKeys({ press: 'Enter' });
    await until(() => order(ballot).length === 2, 'two in order');
    named(ballot, act('Monter', clock)).focus();
    await sendKeys({ press: ' ' });
    await until(() => order(ballot)[0] === clock, 'the second first');
    named(ballot, 'Vérifier mon vote').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => words(focused(ballot)) === 'Vérifier mon vote', 'focus on the heading of the review');
  });

  it('the review and its print keep the order, and so does what is sent', async () => {
    const sent: Sent[] = [];
    const backend = backendWith(rankingBallot);
    const ballot = await openBallot({ votes: { ...backend.votes, cast: (input: Sent) => { sent.push(input); return backend.votes.cast(input); } } });
    await add(ballot, track, bench);
    await toReview(ballot);
    expect(all(ballot, '.pv-chosen .pv-name').map(words)).to.deep.equal([track, bench]);
    const sheet = await printedBy(() => named(ballot, 'Imprimer').click());
    expect(sheet).to.contain('Place 1').and.to.contain('Place 2').and.to.contain('Vous avez classé 2 choix.');
    await press(ballot, 'Voter définitivement');
    expect(sent[0]?.choice).to.deep.equal({ options: ['p4', 'p1'] });
  });

  it('the order comes back after a reload, and after the ballot changed, without what is gone', async () => {
    const backend = backendWith(rankingBallot);
    const first = await openBallot(backend);
    await add(first, track, bench, garden);
    await new Promise((resolve) => setTimeout(resolve, 100));
    first.remove();
    const second = await openBallot(backend);
    expect(order(second)).to.deep.equal([track, bench, garden]);
    second.remove();
    const old = await backend.votes.ballot({ consultation: 'bp-2027', ballot: 'vote' });
    const third = await openBallot({ votes: { ...backend.votes, ballot: () => Promise.resolve({ ...old, rulesHash: 'r2', options: old.options.filter((o) => o.id !== 'p1') }) } });
    expect(order(third)).to.deep.equal([track, garden]);
    expect(text(third)).to.contain('ne peut plus être choisi');
  });

  it('a text that is open goes along when its option moves', async () => {
    const long = 'Un texte assez long pour être replié. '.repeat(5);
    const ballot = await open({ options: (await backendWith().votes.ballot({ consultation: 'bp-2027', ballot: 'vote' })).options.map((o) => ({ ...o, text: `${o.label}. ${long}` })) });
    await add(ballot, garden, clock);
    all(ballot, 'ol details summary')[0]?.click();
    await until(() => all<HTMLDetailsElement>(ballot, 'ol details')[0]?.open, 'the text to open');
    // Its event comes after.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await move(ballot, 'Descendre', garden);
    await until(() => all<HTMLDetailsElement>(ballot, 'ol details').map((d) => d.open).join() === 'false,true', 'the text to go along');
  });
});
