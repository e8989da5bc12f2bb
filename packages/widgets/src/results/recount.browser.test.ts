import { expect } from '@open-wc/testing';
import type { PartialBackend, Results } from '@parvis/contract';
import { all, announced, focused, forgetEverything, inState, loaded, named, place, until, words } from '../testing/page.ts';
import './define.ts';
import { examples } from './results.examples.ts';
import { budgetBallot, resultsOf, voted, votesOn } from './results.samples.ts';
import type { ParvisResults } from './results.ts';

const tag = 'parvis-results';
const inResults = (name: string) => inState<ParvisResults>(tag, examples, name);
const text = (element: ParvisResults) => words(element.renderRoot).replace(/[\u2066-\u2069]/g, '');

const votes = votesOn(budgetBallot, 4_200);
const results = resultsOf(budgetBallot, votes, { rule: 'greedy' });
const source = (more: Partial<NonNullable<PartialBackend['votes']>> = {}, shown: Results = results): PartialBackend => ({ votes: { ...voted(budgetBallot, votes, shown).votes, ...more } });
const open = async (backend: unknown): Promise<ParvisResults> => {
  const element = await place<ParvisResults>(tag, { consultation: 'bp-2027', ballot: 'vote' }, backend);
  await until(() => loaded(element), 'the results');
  return element;
};
const start = (element: ParvisResults) => named(element, 'Recompter sur cet appareil').click();
const ended = (element: ParvisResults, title: string) => until(() => text(element).includes(title), title);

/** What the polite live region said, in its order. */
function listen(element: ParvisResults): string[] {
  const heard: string[] = [];
  const region = element.renderRoot.querySelector('[role=status]');
  new MutationObserver(() => { if (words(region)) heard.push(words(region)); }).observe(region as Node, { childList: true, characterData: true, subtree: true });
  return heard;
}

describe('Counting again on this device', () => {
  beforeEach(forgetEverything);

  it('reads every page of votes, counts, and says that all is the same', async () => {
    const element = await open(source());
    start(element);
    await ended(element, 'C’est le même résultat');
    expect(text(element)).to.contain('Votre appareil a compté 4 200 votes.');
  });

  it('shows how far it is, and says so only at the start and at half', async () => {
    const element = await open(source());
    const heard = listen(element);
    start(element);
    await until(() => element.renderRoot.querySelector('progress'), 'the progress');
    const bar = element.renderRoot.querySelector('progress')!;
    expect(words(bar.labels[0])).to.match(/^Compte en cours \d+ %$/);
    await ended(element, 'C’est le même résultat');
    expect(heard).to.deep.equal(['Compte en cours', 'La moitié est faite.']);
  });

  it('focus is on its heading while it runs, and then on what came of it', async () => {
    const element = await open(source());
    start(element);
    await until(() => words(focused(element)) === 'Vérifiez vous-même', 'focus on the heading');
    await until(() => words(focused(element)).startsWith('C’est le même résultat'), 'focus on the result');
  });

  it('whoever has gone on to something else in the page keeps the focus, and is told', async () => {
    const other = document.createElement('button');
    document.body.append(other);
    const element = await open(source());
    start(element);
    await until(() => words(focused(element)) === 'Vérifiez vous-même', 'focus on the heading');
    other.focus();
    await until(() => announced(element) === 'C’est le même résultat', 'the result to be said');
    expect(document.activeElement).to.equal(other);
    other.remove();
  });

  it('a difference is said calmly, with the lines to send and a button that copies them', async () => {
    const element = await inResults('recount-different');
    const lines = all(element, '.pv-check li').map((li) => words(li).replace(/[\u2066-\u2069]/g, ''));
    expect(lines).to.deep.equal(['Réparer l’horloge du marché (en ligne) : publié 196, compté ici 195', 'Réparer l’horloge du marché (total) : publié 272, compté ici 271']);
    expect(element.renderRoot.querySelector('[role=alert], [data-kind=error]'), 'nothing shouts').to.equal(null);
    named(element, 'Copier ces lignes').click();
    await until(() => announced(element) !== '', 'what came of copying');
  });

  it('names at most ten differences and how many more there are', async () => {
    const wrong = { ...results, tally: results.tally.map((entry) => ({ ...entry, paper: entry.paper + 1 })) };
    const element = await open(source({}, wrong));
    start(element);
    await ended(element, 'Votre appareil trouve un autre compte');
    expect(all(element, '.pv-check li').length).to.equal(11);
    expect(text(element)).to.contain('Et 1 autres.');
  });

  it('the organisers’ address has a place of its own beside a difference', async () => {
    const element = await inResults('recount-different');
    expect(element.renderRoot.querySelector('.pv-check slot[name=contact]')).to.not.equal(null);
  });

  it('votes that arrived meanwhile are no difference: the page shows them and offers to count anew', async () => {
    const element = await inResults('recount-moved');
    expect(text(element)).to.contain('Des votes sont arrivés pendant le compte');
    named(element, 'Recompter sur cet appareil');
  });

  it('can be stopped: no further page is asked for', async () => {
    let pages = 0;
    const element = await open(source({
      export: (_, context) => new Promise((resolve, reject) => {
        pages += 1;
        context?.signal?.addEventListener('abort', () => reject(context.signal?.reason as Error));
        setTimeout(() => resolve({ items: votes.slice(0, 10), next: 'x' }), 50);
      }),
    }));
    start(element);
    await until(() => pages > 1, 'the second page');
    named(element, 'Arrêter').click();
    await until(() => words(focused(element)) === 'Le compte est arrêté.', 'focus on what came of it');
    const then = pages;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(pages).to.equal(then);
  });

  it('stops when the widget leaves the page', async () => {
    let aborted = false;
    const element = await open(source({ export: (_, context) => new Promise(() => { context?.signal?.addEventListener('abort', () => (aborted = true)); }) }));
    start(element);
    await until(() => element.renderRoot.querySelector('progress'), 'the progress');
    element.remove();
    await until(() => aborted, 'the call to be aborted');
  });

  it('a lost connection is said, with what to do', async () => {
    expect(text(await inResults('recount-failed'))).to.contain('Le compte n’est pas fini').and.to.contain('Vérifiez votre connexion, puis recomptez.');
  });

  it('a page that forbids it says so and shows the link to the service', async () => {
    const element = await inResults('recount-blocked');
    expect(text(element)).to.contain('Cette page ne le permet pas');
    const slot = element.renderRoot.querySelector<HTMLSlotElement>('.pv-check slot:not([name])');
    expect(words(slot?.assignedElements()[0])).to.equal('Participer sans script');
  });

  it('is not offered by a backend without an export', async () => {
    const { export: _, ...without } = voted(budgetBallot, votes, results).votes;
    const element = await open({ votes: without });
    expect(() => named(element, 'Recompter sur cet appareil')).to.throw();
  });

  it('another ballot in the attribute forgets what was counted', async () => {
    const element = await inResults('recount-same');
    element.ballot = 'autre';
    await until(() => loaded(element) && !text(element).includes('C’est le même résultat'), 'the other ballot');
  });
});

describe('Files to take along', () => {
  beforeEach(forgetEverything);

  /** What would be saved; nothing reaches the disk. */
  async function saved(act: () => void): Promise<{ name: string; content: string }> {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let blob: Blob | undefined;
    let name = '';
    URL.createObjectURL = (given) => { blob = given as Blob; return 'blob:nowhere'; };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) { name = this.download; };
    act();
    // Data is asked for once more, so that the file holds all of it.
    await until(() => name !== '', 'the file');
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    return { name, content: (await blob?.text()) ?? '' };
  }

  it('those of the backend are links to its own address', async () => {
    const meta = document.createElement('meta');
    Object.assign(meta, { name: 'parvis-backend', content: 'https://participer.ville.example/' });
    document.head.append(meta);
    const element = await inResults('downloads');
    named(element, 'Télécharger').click();
    await until(() => all(element, '.pv-check a').length === 4, 'the files');
    expect(all<HTMLAnchorElement>(element, '.pv-check a').map(words)).to.deep.equal(['Les totaux (CSV)', 'Tous les votes, sans les noms (CSV)', 'Le vote au format Pabulib (.pb)', 'Toutes les données (JSON)']);
    expect(all<HTMLAnchorElement>(element, '.pv-check a')[0]?.href).to.equal('https://participer.ville.example/c/bp-2027/results/vote.csv');
    meta.remove();
  });

  it('without any, a table for spreadsheets is made in the page, in which no label becomes a formula', async () => {
    const element = await inResults('hostile');
    named(element, 'Télécharger').click();
    await until(() => all(element, '.pv-check .pv-actions button').length > 2, 'the buttons');
    const { name, content } = await saved(() => named(element, 'Les totaux (CSV)').click());
    expect(name).to.equal('bp-2027-vote.csv');
    expect(content).to.contain('En ligne;Sur papier;Total').and.to.contain(`3;'=cmd|`);
    const json = await saved(() => named(element, 'Toutes les données (JSON)').click());
    expect(Object.keys(JSON.parse(json.content) as object)).to.deep.equal(['ballot', 'results']);
  });
});
