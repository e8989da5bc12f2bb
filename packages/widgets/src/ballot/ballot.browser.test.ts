import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { backendWith, bench, clock, garden, nameOf, openBallot, option, press, printedBy, tick, ticked, toReview, track } from '../testing/ballot.ts';
import { all, announced, focused, forgetEverything, inState, named, until, words } from '../testing/page.ts';
import './define.ts';
import { examples } from './ballot.examples.ts';
import type { ParvisBallot } from './ballot.ts';

const tag = 'parvis-ballot';
const inBallot = (name: string) => inState<ParvisBallot>(tag, examples, name);
const text = (element: ParvisBallot) => words(element.renderRoot);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('Choosing on a ballot', () => {
  beforeEach(forgetEverything);

  it('nothing is chosen beforehand, on any ballot', async () => {
    for (const name of ['ready', 'yes-no']) expect(ticked(await inBallot(name))).to.deep.equal([]);
  });

  it('every option is a real control whose name is its number, its label and its cost', async () => {
    const ballot = await inBallot('ready');
    const input = option(ballot, garden);
    expect(input.type).to.equal('checkbox');
    expect(nameOf(ballot, input).replace(/\s/g, ' ')).to.equal('2 Un jardin partagé derrière la gare 62 500 €');
    expect(words(input.closest('fieldset')?.querySelector('legend'))).to.equal('Vos choix');
  });

  it('one sentence says how to vote, and the ballot says that voters are not verified', async () => {
    expect(text(await inBallot('approval'))).to.contain('Faites jusqu’à 3 choix.').and.to.contain('L’identité des votants n’est pas vérifiée.');
  });

  it('what is left is written at once, and said after a pause in a region that was there before', async () => {
    const ballot = await openBallot(backendWith({ method: 'approval', max: 3, ceiling: undefined }));
    const region = ballot.renderRoot.querySelector('[role=status]');
    await tick(ballot, bench, garden);
    expect(words(ballot.renderRoot.querySelector('.pv-left'))).to.equal('Il vous reste 1 choix.');
    expect(announced(ballot), 'nothing is said between two clicks').to.equal('');
    await until(() => announced(ballot) === 'Il vous reste 1 choix.', 'what is left to be said');
    expect(ballot.renderRoot.querySelector('[role=status]')).to.equal(region);
  });

  it('over the limit nothing is dead: the choice stays, says it goes beyond, and the sentence says what to do', async () => {
    const ballot = await inBallot('over-limit');
    expect(all<HTMLInputElement>(ballot, 'input').some((i) => i.disabled)).to.equal(false);
    const over = option(ballot, 'Une boîte à livres');
    expect(over.checked).to.equal(true);
    expect(over.getAttribute('aria-invalid')).to.equal('true');
    expect(nameOf(ballot, over)).to.contain('dépasse la limite');
    expect(words(ballot.renderRoot.querySelector('.pv-left'))).to.equal('Enlevez 1 choix.');
  });

  it('over the budget the sentence says how much is too much and names one choice to take away', async () => {
    const ballot = await inBallot('over-budget');
    expect(words(ballot.renderRoot.querySelector('.pv-left')).replace(/\s/g, ' ')).to.contain('Il y a 97 500 € de trop. Enlevez par exemple « \u2068Une cour d’école plantée d’arbres\u2069 ».');
  });

  it('the review is refused with a summary that takes focus and a link that leads to the first choice', async () => {
    const ballot = await inBallot('error-empty');
    await until(() => focused(ballot)?.id.endsWith('errors'), 'focus on the summary');
    expect(words(focused(ballot))).to.equal('Il y a 1 chose à corriger Faites au moins 1 choix.');
    named(ballot, /^Faites au moins/).click();
    expect(focused(ballot)).to.equal(all(ballot, 'input')[0]);
    const described = ballot.renderRoot.querySelector('fieldset')?.getAttribute('aria-describedby')?.split(' ').map((id) => words((ballot.renderRoot as ShadowRoot).getElementById(id)));
    expect(described?.join(' ')).to.contain('Erreur : Faites au moins 1 choix.');
  });

  it('a mistake that is mended goes away by itself', async () => {
    const ballot = await inBallot('error');
    await tick(ballot, track);
    expect(text(ballot)).to.not.contain('à corriger');
  });

  it('a withdrawn project is shown with the word, and cannot be chosen', async () => {
    const ballot = await inBallot('ready');
    expect(text(ballot)).to.contain('Un kiosque à musique retiré du vote');
    expect(() => option(ballot, 'kiosque')).to.throw();
  });

  it('by keyboard alone: Tab reaches a choice, Space ticks it, Tab and Enter lead to the review', async () => {
    const ballot = await openBallot(backendWith());
    option(ballot, 'Éclairer').focus();
    await sendKeys({ press: ' ' });
    expect(ticked(ballot)).to.deep.equal(['p10']);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => words(focused(ballot)) === 'Vérifier mon vote', 'focus on the heading of the review');
  });

  it('one answer only: a second one takes its place, and it can be cleared, with focus on the choices', async () => {
    const ballot = await inBallot('single');
    await tick(ballot, 'Blanc cassé');
    expect(ticked(ballot)).to.deep.equal(['r3']);
    named(ballot, 'Effacer mon choix').click();
    await until(() => focused(ballot)?.localName === 'fieldset', 'focus on the choices');
    expect(ticked(ballot)).to.deep.equal([]);
  });

  it('on a wide screen what is left stays in view, and never lies over the control that has focus', async () => {
    const ballot = await openBallot(backendWith({ method: 'approval', max: 3, ceiling: undefined }), { width: '760px' });
    const rows = all(ballot, 'label input');
    for (const input of [...rows, ...rows.toReversed()]) {
      input.focus();
      await wait(20);
      const left = ballot.renderRoot.querySelector('.pv-left')?.getBoundingClientRect();
      const box = input.getBoundingClientRect();
      expect(left?.bottom, 'the sentence is in view').to.be.greaterThan(0);
      expect(box.top, 'top of the focused control, under the sentence').to.be.at.least((left?.bottom ?? 0) - 1);
    }
    scrollTo(0, 0);
  });

  it('forty-eight projects scroll with the page, never in a box of their own', async () => {
    const ballot = await inBallot('long-ballot');
    const boxes = all(ballot, '*').filter((e) => /auto|scroll/.test(getComputedStyle(e).overflowY));
    expect(boxes.map((e) => e.className)).to.deep.equal([]);
  });

  it('HTML in a ballot is only text', async () => {
    const ballot = await inBallot('hostile');
    expect(ballot.renderRoot.querySelector('script, b, img, svg[onload]')).to.equal(null);
    expect(text(ballot)).to.contain('<script>alert(1)</script> <b>gras</b>').and.to.contain('« \u2068{cost} ${label} &amp;\u2069 »');
  });

  it('a text of 50,000 characters and an emoji are shown whole', async () => {
    const long = `${'a'.repeat(50_000)}👩🏽‍🌾`;
    const ballot = await openBallot(backendWith({ text: long }), { width: '320px' });
    expect(text(ballot)).to.contain(long);
    expect(ballot.scrollWidth).to.be.at.most(320);
  });

  it('two copies on one page share no id and no group', async () => {
    const both = [await inBallot('single'), await inBallot('single')];
    const ids = both.flatMap((e) => [...e.renderRoot.querySelectorAll('[id]')].map((x) => x.id));
    expect(new Set(ids).size).to.equal(ids.length);
    expect(new Set(both.map((e) => option(e, 'Ocre').name)).size).to.equal(2);
  });
});

describe('What was chosen is not lost', () => {
  beforeEach(forgetEverything);

  it('after a reload the choices are given back, with a word that says so', async () => {
    const backend = backendWith();
    const first = await openBallot(backend);
    await tick(first, garden, clock);
    await wait(100);
    first.remove();
    const second = await openBallot(backend);
    expect(ticked(second)).to.deep.equal(['p2', 'p3']);
    expect(text(second)).to.contain('Vos choix sont encore là. Vous n’avez pas encore voté.');
  });

  it('choices made on an older ballot come back with what changed', async () => {
    const backend = backendWith();
    const first = await openBallot(backend);
    await tick(first, bench, garden);
    await wait(100);
    first.remove();
    const old = await backend.votes.ballot({ consultation: 'bp-2027', ballot: 'vote' });
    const options = old.options.map((o) => (o.id === 'p1' ? { ...o, withdrawn: true } : o.id === 'p2' ? { ...o, cost: 7_000_000 } : o));
    const newer = { ...old, rulesHash: 'r2', ceiling: 45_000_000, options: [...options, { id: 'p99', number: 99, label: 'Un kiosque', cost: 1_000_000 }] };
    const second = await openBallot({ votes: { ...backend.votes, ballot: () => Promise.resolve(newer) } });
    expect(ticked(second)).to.deep.equal(['p2']);
    expect(text(second).replace(/[\s\u2068\u2069]+/g, ' ')).to.contain('« Des bancs à l’ombre sur le mail » ne peut plus être choisi.« Un jardin partagé derrière la gare » coûte maintenant 70 000 €.Il y a un nouveau choix : « Un kiosque ».La somme à ne pas dépasser a changé.');
  });

  it('leaving warns while choices are made and not cast, and only then', async () => {
    const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const ballot = await openBallot(backendWith());
    expect(leaves(), 'nothing chosen').to.equal(true);
    await tick(ballot, garden);
    expect(leaves(), 'one choice').to.equal(false);
    await toReview(ballot);
    expect(leaves(), 'at the review').to.equal(false);
    await press(ballot, 'Voter définitivement');
    expect(leaves(), 'after voting').to.equal(true);
  });

  it('leaving does not warn once the widget is gone from the page', async () => {
    const ballot = await openBallot(backendWith());
    await tick(ballot, garden);
    ballot.remove();
    // What is kept on the device answers after the widget is gone.
    await wait(100);
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).to.equal(true);
  });

  it('another ballot in the attribute loads that ballot, with nothing chosen', async () => {
    const backend = backendWith();
    const ballot = await openBallot({ votes: { ...backend.votes, ballot: async (input: { consultation: string; ballot: string }) => ({ ...(await backend.votes.ballot(input)), id: input.ballot, title: `Bulletin ${input.ballot}` }) } });
    await tick(ballot, garden);
    ballot.ballot = 'autre';
    await until(() => text(ballot).includes('Bulletin autre'), 'the other ballot');
    expect(ticked(ballot)).to.deep.equal([]);
  });
});

describe('Reviewing a vote', () => {
  beforeEach(forgetEverything);

  it('shows what was chosen in the order of the ballot, the total, and that a vote is final', async () => {
    const ballot = await openBallot(backendWith());
    await tick(ballot, garden, bench);
    await toReview(ballot);
    expect(all(ballot, '.pv-chosen .pv-name').map(words)).to.deep.equal([bench, garden]);
    expect(text(ballot).replace(/\s/g, ' ')).to.contain('Total : 110 500 €.').and.to.contain('Un vote envoyé ne peut plus changer.');
    expect(text(ballot)).to.contain('Étape 2 sur 2 : vérifier');
  });

  it('going back keeps everything', async () => {
    const ballot = await inBallot('review');
    await press(ballot, 'Changer mon vote');
    expect(ticked(ballot)).to.deep.equal(['p1', 'p2', 'p6']);
    expect(words(focused(ballot))).to.equal('Budget participatif 2027');
  });

  it('a blank vote is an action of its own, reviewed too, and going back keeps what was ticked', async () => {
    const ballot = await inBallot('review-blank');
    expect(text(ballot)).to.contain('Vous votez blanc. Aucun choix ne sera compté.');
    await press(ballot, 'Changer mon vote');
    expect(ticked(ballot)).to.deep.equal(['p1']);
  });

  it('prints the choices with their numbers, their costs and the total', async () => {
    const ballot = await inBallot('review');
    const sheet = await printedBy(() => named(ballot, 'Imprimer').click());
    expect(sheet.replace(/[^\S\n]/g, ' ')).to.equal('Budget participatif 2027\n1 Des bancs à l’ombre sur le mail 48 000 €\n2 Un jardin partagé derrière la gare 62 500 €\n6 Une cour d’école plantée d’arbres 145 000 €\nTotal : 255 500 €.');
  });
});
