import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Choice, ConsultationFile, Vote } from '@parvis/contract';
import { createApp } from '../app.ts';
import { definition, file } from '../testing/consultation.ts';
import { testHouse } from '../testing/house.ts';

const closed = '2026-04-02T00:00:00+02:00';
type BallotFile = NonNullable<ConsultationFile['ballots']>[number];

/** The pages over a consultation whose ballots are changed, with a way to vote often. */
async function pages(change: (ballot: BallotFile) => Partial<BallotFile> = () => ({})) {
  const house = await testHouse(definition({ ballots: (file.ballots ?? []).map((ballot) => ({ ...ballot, ...change(ballot) })) }));
  const app = createApp(house.backend, house.store);
  return Object.assign(house, {
    read: async (path: string) => (await app.request(path)).text(),
    /** As people read it: without tags, spaces as one. */
    words: async (path: string) => (await (await app.request(path)).text()).replace(/.*<main[^>]*>/s, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim(),
    cast: async (times: number, choice: Choice, changes: Partial<Vote> = {}) => {
      for (let i = 0; i < times; i += 1) await house.backend.votes.cast(await house.vote(choice, changes));
    },
  });
}

describe('Results as a plain page, without JavaScript', () => {
  it('begin with the outcome, then what is taken before what is not, each with its reason; what people wrote is never markup', async () => {
    await using house = await pages(({ id }) => (id === 'projets' ? { counting: { rule: 'greedy' }, electorate: 40 } : {}));
    await house.cast(6, { options: ['c'] });
    await house.cast(4, { options: ['a', 'b'] });
    await house.cast(2, { blank: true });
    house.setClock(closed);
    const words = await house.words('/c/bp-2026/results/projets');
    assert.match(words, /^Résultats Quels projets \? 1 projet est retenu\. Il coûte 4 000 € sur 5 000 €\. Vote ouvert à tous\. L’identité n’est pas vérifiée\. Votes 12 Participation 30 % 12 sur 40 Votes blancs 2/);
    assert.match(words, /Retenus \(1\) 3 Cour 4 000 € 6 votes Retenu : 6 votes\. Il coûte 4 000 € et il restait 5 000 €\. Non retenus \(2\) 1 Arbres/);
    assert.match(words, /Pas retenu : 4 votes\. Il coûte 2 000 € et il ne restait que 1 000 €\./);
    assert.match(words, /Comment on compte Les projets qui ont le plus de votes passent en premier\./);
    const html = await house.read('/c/bp-2026/results/projets');
    assert.match(html, /Arbres &lt;b&gt;&amp;&lt;\/b&gt;/);
    assert.doesNotMatch(html, /lit-|<\?>|<slot|<button/);
  });

  it('show every number in a table, by channel, with blank votes, in the order of the ballot, and name no winner where no rule does', async () => {
    await using house = await pages();
    await house.cast(10, { values: { x: 1, y: 4 } }, { ballot: 'points' });
    await house.cast(10, { values: { x: 1, y: 3 } }, { ballot: 'points', channel: 'assisted' });
    await house.cast(1, { blank: true }, { ballot: 'points' });
    house.setClock(closed);
    const html = await house.read('/c/bp-2026/results/points');
    assert.doesNotMatch(html, / gagne|est retenu/);
    assert.deepEqual(Array.from(html.matchAll(/<th scope="col">(.*?)<\/th>/g), ([, head]) => head), ['Choix', 'En ligne', 'Sur papier', 'Avec de l’aide', 'Total']);
    const rows = Array.from(html.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g), ([, head = '', cells]) => [head.replaceAll(/<[^>]+>/g, ''), cells?.match(/\d+/g)?.join(' ')]);
    assert.deepEqual(rows, [['1 X', '10 0 10 20'], ['2 Y', '40 0 30 70'], ['Votes blancs', '1 0 0 1'], ['Votes en tout', '11 0 10 21']]);
    assert.deepEqual(Array.from(html.matchAll(/<a href="(\/c\/bp-2026\/results\/points\..+?)">/g), ([, href]) => href), ['csv', 'votes.csv', 'pb', 'json'].map((format) => `/c/bp-2026/results/points.${format}`));
    assert.match(await house.read('/c/bp-2026/vote/points'), /href="\/c\/bp-2026\/results\/points"/);
  });

  it('say how far the paper count is, and that the result may change', async () => {
    await using house = await pages(({ id }) => (id === 'projets' ? { counting: { rule: 'greedy' }, paper: { places: 17, counted: 3 } } : {}));
    await house.cast(1, { options: ['a'] });
    house.setClock(closed);
    assert.match(await house.words('/c/bp-2026/results/projets'), /Résultat provisoire Votes papier comptés : 3 sur 17 lieux\. Le résultat peut encore changer\./);
  });

  it('say round by round how a winner was found', async () => {
    const options = ['a', 'b', 'c'].map((id, i) => ({ id, number: i + 1, label: id.toUpperCase() }));
    await using house = await pages(({ id }) => (id === 'projets' ? { method: 'ranking', ceiling: undefined, currency: undefined, options, max: 3, counting: { rule: 'irv' } } : {}));
    for (const [times, order] of [[4, 'abc'], [3, 'bca'], [2, 'cba']] as const) await house.cast(times, { options: [...order] });
    house.setClock(closed);
    const words = await house.words('/c/bp-2026/results/projets');
    assert.match(words, /« ?.?B.? ?» gagne : 5 votes/);
    assert.match(words, /Tour par tour.*Tour 1 Tour 2 1 A 4 4 2 B 3 5 3 C 2 –/);
  });

  it('say how the buildings voted, and that those with few votes are counted together', async () => {
    await using house = await pages();
    await house.cast(12, { options: ['a'] });
    await house.cast(13, { options: ['a', 'b'] });
    await house.store.putGroupTotals('bp-2026', 'projets', [
      { group: 'A', voters: 12, blank: 0, tally: [{ option: 'a', total: 12 }, { option: 'b', total: 0 }, { option: 'c', total: 0 }] },
      { group: 'B + C', voters: 13, blank: 0, tally: [{ option: 'a', total: 13 }, { option: 'b', total: 13 }, { option: 'c', total: 0 }] },
    ]);
    house.setClock(closed);
    const words = await house.words('/c/bp-2026/results/projets');
    assert.match(words, /Par bâtiment Chaque groupe a au moins 10 votes\. Les bâtiments qui en ont moins sont comptés ensemble/);
    assert.match(words, /Votes par bâtiment Choix A B \+ C 1 Arbres &lt;b&gt;&amp;&lt;\/b&gt; 12 13 2 \S+ 0 13 3 Cour 0 0 Votes blancs 0 0 Votes en tout 12 13/);
  });

  it('that are hidden until the end say when they come, and come then', async () => {
    await using house = await pages();
    const early = await house.words('/c/bp-2026/results/projets');
    assert.match(early, /Les résultats ne sont pas encore là Ils seront ici après la fin du vote \(1 avril 2026\)\./);
    assert.doesNotMatch(await house.read('/c/bp-2026/vote/projets'), /\/results\//);
    house.setClock(closed);
    assert.match(await house.words('/c/bp-2026/results/projets'), /Personne n’a voté\./);
    assert.match(await house.read('/c/bp-2026/vote/projets'), /href="\/c\/bp-2026\/results\/projets"/);
  });

  it('of an open vote wait for enough votes, and say so', async () => {
    await using house = await pages();
    await house.cast(9, { values: { x: 1 } }, { ballot: 'points' });
    assert.match(await house.words('/c/bp-2026/results/points'), /dès qu’il y aura assez de votes pour que personne ne soit reconnu\./);
    await house.cast(1, { values: { x: 1 } }, { ballot: 'points' });
    assert.match(await house.words('/c/bp-2026/results/points'), /dès qu’il y aura assez de votes/);
    await house.cast(10, { values: { x: 1 } }, { ballot: 'points' });
    assert.match(await house.words('/c/bp-2026/results/points'), /Résultat provisoire.*Votes 10/);
  });

  it('have a style for every name the view uses, so that bars are bars', async () => {
    await using house = await pages(({ id }) => (id === 'projets' ? { counting: { rule: 'greedy' }, paper: { places: 2, counted: 1 } } : {}));
    await house.cast(12, { options: ['a'] });
    await house.cast(12, { options: ['b'] }, { channel: 'assisted' });
    house.setClock(closed);
    const html = await house.read('/c/bp-2026/results/projets');
    const css = readFileSync(new URL('assets/pages.css', import.meta.url), 'utf8');
    const names = new Set(Array.from(html.matchAll(/class="([^"]+)"/g), ([, list = '']) => list.split(' ')).flat());
    assert.deepEqual([...names].filter((name) => !css.includes(`.${name} `) && !css.includes(`.${name}:`) && !css.includes(`.${name},`)), []);
    assert.ok(names.has('pv-bar'));
  });
});
