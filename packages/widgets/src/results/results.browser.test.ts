import { expect } from '@open-wc/testing';
import type { Ballot, PartialBackend, Receipt, Results } from '@parvis/contract';
import { failing } from '../shared/example.ts';
import { keep } from '../shared/store.ts';
import { all, announced, focused, forgetEverything, inState, labelled, loaded, named, place, until, words, write } from '../testing/page.ts';
import './define.ts';
import { examples } from './results.examples.ts';
import { budgetBallot, resultsOf, voted, votesOn } from './results.samples.ts';
import { ParvisResults } from './results.ts';

const tag = 'parvis-results';
const inResults = (name: string) => inState<ParvisResults>(tag, examples, name);
const text = (element: ParvisResults) => words(element.renderRoot).replace(/[\u2066-\u2069]/g, '');

type Votes = NonNullable<PartialBackend['votes']>;
const votes = votesOn(budgetBallot, 200);
const backend = (ballot: Partial<Ballot> = {}, results: Partial<Results> = {}, more: Partial<Votes> = {}): PartialBackend => {
  const poll = { ...budgetBallot, ...ballot };
  return { votes: { ...voted(poll, votes, resultsOf(poll, votes, { rule: 'greedy' }, results)).votes, ...more } };
};
const open = async (source: unknown, attributes: Record<string, string> = {}): Promise<ParvisResults> => {
  const element = await place<ParvisResults>(tag, { consultation: 'bp-2027', ballot: 'vote', ...attributes }, source);
  await until(() => loaded(element), 'the results');
  return element;
};
const receipt: Receipt = { receipt: '7KQM4XTP9WAC3RHD', consultation: 'bp-2027', ballot: 'vote', channel: 'online', day: '2027-03-14' };
const vote = () => keep('vote/bp-2027/vote', { done: receipt });
const cells = (row: Element) => [...row.querySelectorAll('td')].map(words);

describe('Reading results', () => {
  beforeEach(forgetEverything);

  it('the outcome comes before every number, and what is still to come before the outcome', async () => {
    const said = text(await inResults('paper-to-come'));
    const order = ['Budget participatif 2027', 'Résultat provisoire', 'Votes papier comptés : 3 sur 17 lieux.', '7 projets sont retenus.', 'C’est provisoire.', 'Votes1', 'Retenus (7)', 'Non retenus (4)', 'Comment on compte', 'Tous les nombres', 'Vérifiez vous-même'];
    const places = order.map((part) => said.replace(/Votes 1/, 'Votes1').indexOf(part));
    expect(places.every((at) => at >= 0), `${order[places.indexOf(-1)]} is not there`).to.equal(true);
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
  });

  it('every option has its reason, and the table has the same numbers in the order of the ballot', async () => {
    const element = await inResults('ready');
    const items = all(element, 'ol > li');
    expect(items.length).to.equal(budgetBallot.options.length);
    for (const item of items) expect(words(item)).to.match(/(Retenu|Pas retenu) : /);
    const rows = all<HTMLTableRowElement>(element, 'tbody:first-of-type tr');
    expect(rows.map((row) => words(row.querySelector('th')))).to.deep.equal(budgetBallot.options.map((o) => `${o.number} ${o.label}`));
    for (const row of rows) {
      const label = words(row.querySelector('th span'));
      const item = items.find((li) => words(li.querySelector('.pv-name')) === label);
      expect(words(item?.querySelector('.pv-amount strong')).replace(/ votes?$/, ''), label).to.equal(cells(row).at(-1));
    }
  });

  it('online and paper stand side by side even when nobody voted on paper', async () => {
    const heads = all(await inResults('online-only'), 'thead th').map(words);
    expect(heads).to.deep.equal(['Choix', 'En ligne', 'Sur papier', 'Total']);
  });

  it('channels told together are named together, with the reason', async () => {
    const element = await inResults('merged');
    expect(all(element, 'thead th').map(words)).to.include('Sur papier et avec de l’aide');
    expect(text(element)).to.contain('Sur papier et avec de l’aide : nous comptons ces votes ensemble.');
  });

  it('no winner is named where the ballot has no rule', async () => {
    const said = text(await inResults('no-rule'));
    expect(said).to.contain('Ce vote n’a pas de règle qui désigne un gagnant.');
    expect(said).to.not.match(/Retenu|gagne |Comment on compte/);
  });

  it('rules that few ballots use are told as well, and their rounds stand in a table', async () => {
    const element = await inResults('rounds');
    expect(text(element)).to.contain('Tour par tour').and.to.contain('Il est éliminé au tour 1');
    expect(all(element, 'table').length).to.equal(2);
  });

  it('without the part that tells such rules, the widget offers to try again instead of telling half', async () => {
    const { loadPart } = ParvisResults;
    ParvisResults.loadPart = () => Promise.reject(new Error('gone'));
    const element = await open(examples.find((e) => e.name === 'rounds')?.backend());
    expect(text(element)).to.contain('Pas de connexion');
    if (loadPart) ParvisResults.loadPart = loadPart;
    named(element, 'Essayer de nouveau').click();
    await until(() => text(element).includes('Tour par tour'), 'the results after a second try');
  });

  it('votes by building stand in a table of their own, in the order of the ballot, and add up to all votes', async () => {
    const element = await inResults('buildings');
    expect(text(element)).to.contain('Par bâtiment Chaque groupe a au moins 10 votes. Les bâtiments qui en ont moins sont comptés ensemble, pour que personne ne soit reconnu.');
    const [all1, grouped] = all<HTMLTableElement>(element, 'table');
    expect(words(grouped!.caption)).to.equal('Votes par bâtiment');
    expect([...grouped!.tHead!.querySelectorAll('th')].map(words)).to.deep.equal(['Choix', 'A', 'B + D', 'C', 'Autres votes']);
    expect(getComputedStyle(grouped!.querySelector('td:last-child')!).fontWeight, 'the last building does not look like a total').to.equal('400');
    const rows = (table: HTMLTableElement | undefined) => [...table!.querySelectorAll('tbody tr')].map((row) => [words(row.querySelector('th')), ...cells(row)]);
    expect(rows(grouped).map(([head, ...counts]) => [head, String(counts.reduce((sum, n) => sum + Number(n), 0))])).to.deep.equal(rows(all1).map((row) => [row[0], row.at(-1)]));
  });

  it('more buildings than options go down the page, each with its blank votes and all its votes', async () => {
    const element = await inResults('many-buildings');
    const grouped = all<HTMLTableElement>(element, 'table')[1]!;
    expect([...grouped.tHead!.querySelectorAll('th')].map(words)).to.deep.equal(['Bâtiment', '1 Ocre clair', '2 Gris pierre', '3 Blanc cassé', '4 Garder la couleur actuelle', 'Votes blancs', 'Votes en tout']);
    const rows = [...grouped.querySelectorAll('tbody tr')];
    expect(rows.length).to.equal(17);
    expect(words(rows[0]!.querySelector('th'))).to.equal('Résidence des Tilleuls, bâtiment 1');
    for (const row of rows) {
      const counts = cells(row).map(Number);
      expect(counts.slice(0, -1).reduce((sum, n) => sum + n, 0), 'each voter chose one, or none').to.equal(counts.at(-1));
    }
  });

  it('where nobody knows how many may vote, nothing is said of turnout', async () => {
    expect(text(await inResults('buildings'))).to.match(/Participation\s*50 %/);
    expect(text(await inResults('single'))).to.not.contain('Participation');
  });

  it('HTML in labels is only text', async () => {
    const element = await inResults('hostile');
    expect(element.renderRoot.querySelector('script, b, img')).to.equal(null);
    expect(text(element)).to.contain('<script>alert(1)</script> <b>gras</b>').and.to.contain('{cost} ${label} &amp;');
  });

  it('it asks once, and counts nothing up by itself', async () => {
    let asked = 0;
    const source = backend();
    const element = await open({ votes: { ...source.votes, results: (input: Parameters<NonNullable<Votes['results']>>[0]) => { asked += 1; return source.votes!.results!(input); } } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(asked).to.equal(1);
    expect(announced(element)).to.equal('');
  });

  it('two copies on one page share no id', async () => {
    const both = [await open(backend()), await open(backend())];
    const ids = both.flatMap((e) => [...e.renderRoot.querySelectorAll('[id]')].map((x) => x.id));
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

describe('Results while voting is open', () => {
  beforeEach(forgetEverything);

  it('hidden ones say when they will be there', async () => {
    const element = await open(backend({ status: 'open' }, {}, { results: failing('not-yet') }));
    expect(text(element)).to.contain('Les résultats ne sont pas encore là').and.to.contain('après la fin du vote (28 mars 2027)');
    expect(element.renderRoot.querySelector('table')).to.equal(null);
  });

  it('those after one’s own vote are not even asked for before, and shown with the receipt afterwards', async () => {
    const shown: string[] = [];
    const source = backend({ status: 'open', results: 'after-vote' }, { final: false }, { results: failing('backend-fault') });
    const results = resultsOf(budgetBallot, votes, { rule: 'greedy' }, { final: false });
    const element = await open({ votes: { ...source.votes, resultsAfterVote: (input: { receipt: string }) => { shown.push(input.receipt); return Promise.resolve(results); } } });
    expect(text(element)).to.contain('quand vous aurez voté');
    expect(shown).to.deep.equal([]);
    await vote();
    document.dispatchEvent(Object.assign(new Event('parvis-voted'), { consultation: 'bp-2027', ballot: 'autre' }));
    document.dispatchEvent(Object.assign(new Event('parvis-voted'), { consultation: 'bp-2027', ballot: 'vote' }));
    await until(() => text(element).includes('projets sont retenus'), 'the results after the vote');
    expect(shown).to.deep.equal([receipt.receipt]);
  });

  it('once voting is closed everybody sees them, voted or not', async () => {
    expect(text(await open(backend({ results: 'after-vote' })))).to.contain('projets sont retenus');
  });

  it('live ones tell their channels as one until the end, and why', async () => {
    expect(text(await inResults('live'))).to.contain('En ligne et avec de l’aide : nous comptons ces votes ensemble jusqu’à la fin du vote, pour que personne ne soit reconnu.');
  });

  it('live ones wait until enough have voted', async () => {
    expect(text(await inResults('too-few'))).to.contain('dès qu’il y aura assez de votes');
  });

  it('open votes cannot be counted again yet', async () => {
    const element = await inResults('live');
    expect(() => named(element, 'Recompter sur cet appareil')).to.throw();
    named(element, 'Télécharger');
  });
});

describe('A long list', () => {
  beforeEach(forgetEverything);

  it('shows sixty options, and more on demand, with focus on the first that came', async () => {
    const element = await inResults('long');
    expect(all(element, 'ol > li').length).to.equal(60);
    expect(all(element, 'tbody:first-of-type tr').length).to.equal(60);
    named(element, 'Montrer la suite (180)').click();
    await until(() => focused(element)?.localName === 'li', 'focus on an option');
    expect(all(element, 'ol > li').indexOf(focused(element)!)).to.equal(60);
    expect(all(element, 'ol > li').length).to.equal(240);
  });

  it('a search narrows list and table alike, and the number found is said after a pause', async () => {
    const element = await inResults('long');
    await write(element, 'Chercher dans la liste', 'HORLOGE');
    expect(announced(element), 'nothing is said while typing').to.equal('');
    expect(all(element, 'ol > li').length).to.equal(24);
    expect(all(element, 'tbody:first-of-type tr').length).to.equal(24);
    await until(() => announced(element) === '24 trouvés.', 'the number to be said');
  });

  it('a search that finds nothing says what to do, and one button brings all back with focus in the search', async () => {
    const element = await inResults('nothing-found');
    expect(text(element)).to.contain('Rien trouvé. Essayez un autre mot.');
    named(element, 'Tout afficher').click();
    await until(() => all(element, 'ol > li').length === 60, 'the list');
    expect(focused(element)).to.equal(labelled(element, 'Chercher dans la liste'));
  });

  it('eleven thousand options do not bring eleven thousand rows', async () => {
    const options = Array.from({ length: 11_000 }, (_, i) => ({ id: `o${i}`, number: i + 1, label: `Projet n${i}`, cost: 100 }));
    const element = await open({ votes: voted({ ...budgetBallot, options }, [], resultsOf({ ...budgetBallot, options }, votesOn({ ...budgetBallot, options }, 300), { rule: 'greedy' })).votes });
    expect(element.renderRoot.querySelectorAll('li, tr').length).to.be.below(200);
    await write(element, 'Chercher dans la liste', 'n10999');
    expect(all(element, 'ol > li').length).to.equal(1);
  });
});
