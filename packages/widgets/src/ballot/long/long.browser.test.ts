import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { backendWith, openBallot, option, press, tick, ticked, toReview, type Sent } from '../../testing/ballot.ts';
import { all, announced, focused, forgetEverything, inState, labelled, named, until, words, write } from '../../testing/page.ts';
import { examples } from '../ballot.examples.ts';
import type { ParvisBallot } from '../ballot.ts';
import '../define.ts';
import { longBallot, sixty } from './long.examples.ts';

const search = 'Chercher un mot ou un numéro';
const inBallot = (name: string) => inState<ParvisBallot>('parvis-ballot', examples, name);
const open = (rules: object = {}, votes: object = {}) => openBallot(backendWith({ ...longBallot, ...rules }, votes));
const numbers = (element: ParvisBallot) => all(element, '.pv-options .pv-number').map((e) => Number(words(e)));
const text = (element: ParvisBallot) => words(element.renderRoot);
const pick = async (element: ParvisBallot, label: string, value: string): Promise<void> => {
  const select = labelled<HTMLSelectElement>(element, label);
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
};
const click = async (element: ParvisBallot, name: string): Promise<void> => {
  named(element, name).click();
  await element.updateComplete;
};

describe('Searching a long ballot', () => {
  beforeEach(forgetEverything);

  it('a short ballot has no search', async () => {
    expect(all(await inBallot('ready'), '[type=search], select').length).to.equal(0);
  });

  it('words are found whatever their case and accents; focus stays in the field; the number is written at once and said once, after a pause', async () => {
    const ballot = await open();
    const said: string[] = [];
    new MutationObserver(() => said.push(announced(ballot))).observe(ballot.renderRoot.querySelector('[role=status]') as Element, { childList: true, characterData: true, subtree: true });
    labelled(ballot, search).focus();
    await sendKeys({ type: 'PETAN' });
    expect(numbers(ballot)).to.deep.equal([9, 21, 33, 45, 57]);
    expect(focused(ballot)).to.equal(labelled(ballot, search));
    expect(words(ballot.renderRoot.querySelector('.pv-finder'))).to.contain('Vous voyez 5 choix sur 60.');
    await until(() => announced(ballot), 'the number found');
    expect(said.filter(Boolean)).to.deep.equal(['Vous voyez 5 choix sur 60.']);
  });

  it('Enter in the field sends nothing and leads nowhere', async () => {
    const ballot = await open();
    const form = document.createElement('form');
    ballot.before(form);
    form.append(ballot);
    await until(() => labelled(ballot, search), 'the ballot again');
    let sent = 0;
    form.addEventListener('submit', (event) => { event.preventDefault(); sent += 1; });
    labelled(ballot, search).focus();
    await sendKeys({ type: 'banc' });
    await sendKeys({ press: 'Enter' });
    expect(sent).to.equal(0);
    expect(focused(ballot)).to.equal(labelled(ballot, search));
    expect(numbers(ballot).length).to.be.greaterThan(0).and.below(60);
  });

  it('theme and place are lists of what the ballot has, and go together', async () => {
    const ballot = await open();
    expect([...labelled<HTMLSelectElement>(ballot, 'Lieu').options].map(words)).to.deep.equal(['Tous les lieux', 'Belle-Étoile', 'Centre', 'Gare', 'Les Tilleuls', 'Port']);
    await pick(ballot, 'Thème', 'Sport');
    await pick(ballot, 'Lieu', 'Port');
    expect(numbers(ballot)).to.deep.equal([33, 35]);
  });

  it('filtering drops no choice and changes no order: what is hidden stays chosen, counts, is reviewed and sent', async () => {
    const sent: Sent[] = [];
    const cast = (input: Sent) => { sent.push(input); return new Promise<never>(() => undefined); };
    const ballot = await open({}, { cast });
    await tick(ballot, 'Des agrès pour tous (Centre)', 'Des bancs à l’ombre (Port)');
    await write(ballot, search, 'jardin');
    await tick(ballot, 'Un jardin partagé (Gare)');
    expect(words(ballot.renderRoot.querySelector('.pv-left'))).to.equal('Il vous reste 7 choix.');
    await click(ballot, 'Montrer tous les choix');
    expect(ticked(ballot)).to.deep.equal(['s11', 's14', 's25']);
    await write(ballot, search, 'piscine');
    await toReview(ballot);
    expect(all(ballot, '.pv-chosen .pv-number').map(words)).to.deep.equal(['11', '14', '25']);
    named(ballot, 'Voter définitivement').click();
    await until(() => sent[0], 'the vote');
    expect(sent[0]?.choice).to.deep.equal({ options: ['s11', 's14', 's25'] });
  });

  it('no row is made again: what is typed only hides and shows', async () => {
    const ballot = await open();
    const rows = [...ballot.renderRoot.querySelectorAll('.pv-options > li')];
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(ballot.renderRoot.querySelector('.pv-options') as Element, { subtree: true, childList: true, attributes: true, characterData: true });
    await write(ballot, search, 'velo');
    await click(ballot, 'Montrer tous les choix');
    changes.push(...observer.takeRecords());
    expect([...ballot.renderRoot.querySelectorAll('.pv-options > li')]).to.deep.equal(rows);
    expect(new Set(changes.map((c) => c.attributeName))).to.deep.equal(new Set(['hidden']));
  });

  it('nothing found: what to do, and a button that shows all again with focus in the field', async () => {
    const ballot = await open();
    await write(ballot, search, 'piscine');
    expect(text(ballot)).to.contain('Rien ne correspond. Enlevez un mot ou un filtre, ou montrez tous les choix.');
    named(ballot, 'Montrer tous les choix').click();
    await until(() => focused(ballot) === labelled(ballot, search), 'focus in the field');
    expect(labelled(ballot, search).value).to.equal('');
    expect(numbers(ballot).length).to.equal(60);
  });

  it('only my choices: those, and a row that is unticked stays where it is until the next search', async () => {
    const ballot = await open();
    await tick(ballot, 'Une piste cyclable (Gare)', 'Des bancs à l’ombre (Centre)');
    labelled(ballot, 'Seulement mes choix').click();
    await ballot.updateComplete;
    expect(numbers(ballot)).to.deep.equal([1, 15]);
    await tick(ballot, 'Une piste cyclable (Gare)');
    expect(numbers(ballot)).to.deep.equal([1, 15]);
    expect(labelled(ballot, 'Seulement mes choix').checked).to.equal(true);
  });

  it('only my choices, before there are any: the sentence says so', async () => {
    const ballot = await open();
    labelled(ballot, 'Seulement mes choix').click();
    await ballot.updateComplete;
    expect(text(ballot)).to.contain('Vous n’avez pas encore fait de choix.');
  });

  it('the link of a mistake leads to its option even where a search had hidden it', async () => {
    const ballot = await open({ max: 2 });
    await tick(ballot, 'Des bancs à l’ombre (Centre)', 'Une piste cyclable (Centre)', 'Un abri pour les vélos (Port)');
    await write(ballot, search, 'pétanque');
    await toReview(ballot);
    named(ballot, /^Enlevez 1 choix/).click();
    expect((focused(ballot) as HTMLInputElement).value).to.equal('s36');
    expect(numbers(ballot)).to.deep.equal([9, 21, 33, 36, 45, 57]);
  });

  it('in an order drawn by lot too, the link leads to the option it is about', async () => {
    const ballot = await open({ order: 'random', max: 2 });
    await tick(ballot, 'Des bancs à l’ombre (Centre)', 'Une piste cyclable (Centre)', 'Un abri pour les vélos (Port)');
    await write(ballot, search, 'pétanque');
    await toReview(ballot);
    named(ballot, /^Enlevez 1 choix/).click();
    expect((focused(ballot) as HTMLInputElement).value).to.equal('s36');
  });

  it('points that are given stay given while another part of the ballot is searched', async () => {
    const ballot = await inBallot('long-points');
    expect(words(ballot.renderRoot.querySelector('.pv-left'))).to.equal('Il vous reste 4 points sur 10.');
    await write(ballot, search, 'port');
    await click(ballot, 'Montrer tous les choix');
    expect(all<HTMLInputElement>(ballot, '.pv-stepper input').filter((i) => i.value !== '0').map((i) => [i.name, i.value])).to.deep.equal([['value-s1', '4'], ['value-s8', '2']]);
  });

  it('a ranking stays whole while the options to add are searched', async () => {
    const ballot = await inBallot('long-ranking');
    expect(all(ballot, 'ol .pv-number').map(words)).to.deep.equal(['4', '41', '13']);
    expect(all(ballot, 'ul .pv-number').map(words)).to.deep.equal(['2', '14', '26', '38', '50']);
    named(ballot, /^Ajouter : .Un jardin partagé \(Port\)/).click();
    await until(() => words(focused(ballot)) === 'Ajouter' && focused(ballot)?.ariaLabel?.includes('Les Tilleuls'), 'focus on the next that is found');
    expect(all(ballot, 'ol .pv-number').map(words)).to.deep.equal(['4', '41', '13', '26']);
  });

  it('on a wide screen what is left stays above the options while they are searched and looked through', async () => {
    const ballot = await openBallot(backendWith(longBallot), { width: '760px' });
    await write(ballot, search, 'a');
    const last = all(ballot, '.pv-options input').at(-1);
    last?.focus();
    await until(() => (ballot.renderRoot.querySelector('.pv-left')?.getBoundingClientRect().bottom ?? 0) > 0, 'the sentence in view');
    expect(last?.getBoundingClientRect().top).to.be.at.least((ballot.renderRoot.querySelector('.pv-left')?.getBoundingClientRect().bottom ?? 0) - 1);
    scrollTo(0, 0);
  });
});

describe('An order drawn by lot', () => {
  beforeEach(forgetEverything);

  it('is said, keeps the numbers of the options, and shows each of them once', async () => {
    const ballot = await open({ order: 'random' });
    expect(text(ballot)).to.contain('Les choix sont dans un ordre tiré au sort, différent pour chaque personne.');
    expect(numbers(ballot)).to.not.deep.equal(sixty.map((o) => o.number));
    expect(numbers(ballot).sort((a, b) => a - b)).to.deep.equal(sixty.map((o) => o.number));
    expect(words(option(ballot, 'Un abri pour les vélos (Port)').closest('li')?.querySelector('.pv-number'))).to.equal('36');
  });

  it('stays the same when the page is opened again, and is another on another device', async () => {
    const backend = backendWith({ ...longBallot, order: 'random' });
    const first = numbers(await openBallot(backend));
    expect(numbers(await openBallot(backend))).to.deep.equal(first);
    await forgetEverything();
    expect(numbers(await openBallot(backend))).to.not.deep.equal(first);
  });

  it('says nothing in the vote: review and vote have the order of the ballot, and what is sent holds nothing of the draw', async () => {
    const sent: Sent[] = [];
    const cast = (input: Sent) => { sent.push(input); return new Promise<never>(() => undefined); };
    const ballot = await open({ order: 'random' }, { cast });
    await tick(ballot, 'Un abri pour les vélos (Port)', 'Un jardin partagé (Gare)', 'Des bancs à l’ombre (Centre)');
    await toReview(ballot);
    expect(all(ballot, '.pv-chosen .pv-number').map(words)).to.deep.equal(['1', '14', '36']);
    named(ballot, 'Voter définitivement').click();
    await until(() => sent[0], 'the vote');
    expect(sent[0]?.choice).to.deep.equal({ options: ['s1', 's14', 's36'] });
    expect(Object.keys(sent[0] ?? {}).sort()).to.deep.equal(['ballot', 'choice', 'consultation', 'key', 'rulesHash', 'voter']);
  });

  it('a short ballot is drawn as well, and as numbered where the ballot does not ask for it', async () => {
    expect(text(await openBallot(backendWith({ order: 'random' })))).to.contain('tiré au sort');
    const plain = await openBallot(backendWith({ order: 'numbered' }));
    expect(text(plain)).to.not.contain('tiré au sort');
    expect(numbers(plain)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('Comparing options', () => {
  beforeEach(forgetEverything);
  const rows = (ballot: ParvisBallot) => all(ballot, 'tbody tr').map((row) => words(row.querySelector('td')));

  it('a button opens the comparison of the choices under it, and says whether it is open', async () => {
    const ballot = await open();
    await tick(ballot, 'Une scène de plein air (Centre)', 'Des bancs à l’ombre (Centre)');
    named(ballot, 'Comparer').focus();
    await click(ballot, 'Comparer');
    expect(named(ballot, 'Comparer').getAttribute('aria-expanded')).to.equal('true');
    expect(focused(ballot)).to.equal(named(ballot, 'Comparer'));
    expect(rows(ballot)).to.deep.equal(['1', '10']);
    expect(text(ballot)).to.contain('Comparer vos choix');
    expect(all(ballot, 'thead th').map(words)).to.deep.equal(['Numéro', 'Titre', 'Coût', 'Thème', 'Lieu', 'Description']);
  });

  it('closing it gives focus back to the button', async () => {
    const ballot = await inBallot('long-compare');
    named(ballot, 'Fermer la comparaison').click();
    await until(() => focused(ballot) === named(ballot, 'Comparer'), 'focus on the button');
    expect(all(ballot, 'table').length).to.equal(0);
  });

  it('a few that are found come before the choices', async () => {
    const ballot = await inBallot('long-compare');
    await pick(ballot, 'Thème', 'Sport');
    await pick(ballot, 'Lieu', 'Gare');
    expect(rows(ballot)).to.deep.equal(['21', '23']);
    expect(text(ballot)).to.contain('Comparer les choix que vous voyez');
  });

  it('nothing to compare yet: what to do', async () => {
    expect(text(await inBallot('long-compare-none'))).to.contain('Vous pouvez comparer de 2 à 10 choix. Cherchez-les, ou choisissez-les dans le bulletin.');
  });

  it('the box of the table takes focus and has a name', async () => {
    const ballot = await inBallot('long-compare');
    const box = ballot.renderRoot.querySelector<HTMLElement>('.pv-scroll');
    box?.focus();
    expect(focused(ballot)).to.equal(box);
    expect(words((ballot.renderRoot as ShadowRoot).getElementById(box?.getAttribute('aria-labelledby') ?? ''))).to.equal('Comparer vos choix');
  });
});

describe('Pictures of options', () => {
  beforeEach(forgetEverything);

  it('have their words, come only when they are looked at, and have their room before they come', async () => {
    const ballot = await inBallot('long');
    const details = ballot.renderRoot.querySelector<HTMLDetailsElement>('details:has(img)');
    const image = details?.querySelector('img');
    if (!details || !image) throw new Error('no picture');
    expect([image.alt, image.loading, image.decoding]).to.deep.equal(['Plan du projet : trois rangées de parcelles autour d’un point d’eau', 'lazy', 'async']);
    details.open = true;
    // The picture itself is a square: its box hangs on the page alone.
    const { width, height } = image.getBoundingClientRect();
    expect(width).to.be.greaterThan(0);
    expect(Math.abs(height - (width * 2) / 3)).to.be.below(1);
  });

  it('a text is opened in place, and choosing stays one tick away', async () => {
    const ballot = await inBallot('long');
    const summary = all(ballot, 'summary')[0];
    summary?.click();
    expect(summary?.closest('details')?.open).to.equal(true);
    await press(ballot, 'Vérifier mon vote');
    expect(text(ballot)).to.contain('Étape 2 sur 2');
  });
});
