import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApp } from '../app.ts';
import { issueCodes } from '../testing/codes.ts';
import { definition, file } from '../testing/consultation.ts';
import { testHouse } from '../testing/house.ts';
import { moment, money } from './words.ts';

const paths = ['/', '/c/bp-2026', '/c/bp-2026/vote', '/c/bp-2026/vote/projets', '/c/bp-2026/vote?ballot=points', '/c/bp-2026/propose', '/c/bp-2026/faq', '/c/bp-2026/feedback', '/c/bp-2026/feedback?id=f1', '/c/bp-2026/results/points', '/c/bp-2026/results/projets', '/c/bp-2026/results/nowhere', '/c/nowhere', '/c/..%2F'];

async function pages(origins: string[] = []) {
  const house = await testHouse();
  const app = createApp(house.backend, house.store, { origins });
  return { read: async (path: string) => app.request(path), [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

describe('Every plain page', () => {
  for (const path of paths) {
    it(`${path} has one heading, one main, a language, and nothing a strict policy forbids`, async () => {
      await using server = await pages(['https://www.ville.example']);
      const answer = await server.read(path);
      const html = await answer.text();
      assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
      assert.equal(html.match(/<h1[ >]/g)?.length, 1);
      assert.equal(html.match(/<main /g)?.length, 1);
      assert.match(html, /<html lang="fr" dir="ltr">/);
      assert.doesNotMatch(html, /<style|style=|<script(?! type="module" src="\/(?:embed|pages)\/)|\son\w+=/);
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'; script-src 'self';/);
      assert.match(policy, /frame-ancestors 'self' https:\/\/www\.ville\.example;/);
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    });
  }
});

describe('Without JavaScript', () => {
  it('the options of a vote stand with number, cost and place in a form, inside the tag that takes its place where scripts run', async () => {
    await using server = await pages();
    const html = await (await server.read('/c/bp-2026/vote/projets')).text();
    const [, inside = ''] = /<parvis-ballot consultation="bp-2026" ballot="projets" backend="\/" heading-level="1">(.*)<\/parvis-ballot>/s.exec(html) ?? [];
    assert.match(inside, /<span class="pv-name"[^>]*>Arbres &lt;b&gt;&amp;&lt;\/b&gt;<\/span>/, 'what people wrote is never markup');
    assert.match(inside, /2\s000\s€/);
    assert.match(inside, /Partout/);
    assert.match(html, /<script type="module" src="\/embed\/parvis-ballot.js">/);
    assert.match(html, /Une urne est à la mairie\./);
  });

  it('several ballots and none named: each has a link', async () => {
    await using server = await pages();
    const html = await (await server.read('/c/bp-2026/vote')).text();
    assert.deepEqual(Array.from(html.matchAll(/href="(\/c\/bp-2026\/vote\/\w+)"/g), (m) => m[1]), ['/c/bp-2026/vote/projets', '/c/bp-2026/vote/code', '/c/bp-2026/vote/points']);
  });

  it('several ballots that one letter speaks of are on one page: the code in its address serves them all', async () => {
    const [, withCode] = file.ballots ?? [];
    assert.ok(withCode);
    await using house = await testHouse(definition({ ballots: [withCode, { ...withCode, id: 'couleur', title: 'Couleur' }] }));
    const html = await (await createApp(house.backend, house.store).request('/c/bp-2026/vote')).text();
    assert.deepEqual(Array.from(html.matchAll(/<parvis-ballot consultation="bp-2026" ballot="(\w+)"/g), (m) => m[1]), ['code', 'couleur']);
    assert.match(html, /<script type="module" src="\/embed\/parvis-ballot.js">/);
  });

  it('results by building are a table of their own, once they are opened', async () => {
    await using house = await testHouse();
    const app = createApp(house.backend, house.store);
    const read = async () => (await app.request('/c/bp-2026/results/code')).text();
    for (const code of await issueCodes(house.store, 24)) await house.backend.votes.cast(await house.vote({ options: ['oui'] }, { ballot: 'code', voter: { code } }));
    house.setClock('2026-05-01T00:00:00Z');
    assert.doesNotMatch(await read(), /Par bâtiment/);
    const groups = [['A', 14], ['<B>', 10]].map(([group, voters]) => ({ group: String(group), voters: Number(voters), blank: 0, tally: [{ option: 'oui', total: Number(voters) }, { option: 'non', total: 0 }] }));
    await house.store.putGroupTotals('bp-2026', 'code', groups);
    assert.match(await read(), /Par bâtiment<\/h2>[^]*<th scope="col"><span[^>]*>&lt;B&gt;<\/span><\/th>[^]*Oui<\/span><\/th><td>14<\/td><td>10<\/td>/);
    const csv = await (await app.request('/c/bp-2026/results/code.csv')).text();
    assert.match(csv, /total;groupe A;groupe <B>\r\noui;1;Oui;24;0;0;24;14;10/);
    await house.store.putGroupTotals('bp-2026', 'code', groups.slice(0, 1));
    assert.doesNotMatch(await read(), /Par bâtiment/, 'not while the rest would be found by subtraction');
  });

  it('questions, ideas and what became of them can be read', async () => {
    await using server = await pages();
    assert.match(await (await server.read('/c/bp-2026/faq')).text(), /Qui peut voter \?<\/h2><p>Tout le monde\.<\/p>/);
    assert.match(await (await server.read('/c/bp-2026/propose')).text(), /Une fontaine/);
    const feedback = await (await server.read('/c/bp-2026/feedback')).text();
    assert.match(feedback, /Terminé · Coût\s: 12\s500,50\s€/);
    assert.match(feedback, /<strong>Ouvert<\/strong> \(fait, mai 2025\)/);
  });

  it('a page that does not exist says so and leads on', async () => {
    await using server = await pages();
    const answer = await server.read('/c/nowhere/faq');
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /Cette page n’existe pas.*href="\/"/s);
  });

  it('a long list goes on behind a link', async () => {
    const proposals = Array.from({ length: 25 }, (_, i) => ({ id: `p${i}`, title: `Idée ${i}`, text: '' }));
    await using house = await testHouse(definition({ proposals }));
    const app = createApp(house.backend, house.store);
    const [, next] = /href="(\?cursor=[^"]+)">Idées suivantes/.exec(await (await app.request('/c/bp-2026/propose')).text()) ?? [];
    const second = await (await app.request(`/c/bp-2026/propose${next}`)).text();
    assert.equal(second.match(/<h3 [^>]*>Idée \d+/g)?.length, 5);
  });
});

describe('Words', () => {
  it('money, moments and months are written as in French', () => {
    const spaces = (text: string) => text.replace(/\s/g, ' ');
    assert.equal(spaces(money(39_000_000, 'EUR', 'fr')), '390 000 €');
    assert.equal(spaces(money(1_999, 'EUR', 'fr')), '19,99 €');
    assert.match(spaces(money(5_000, 'JPY', 'fr')), /^5 000 \S+$/, 'yen have no smaller unit');
    assert.equal(moment('2026-06-30T20:00:00+02:00', 'fr'), '30 juin 2026 à 20\u00A0h');
    assert.equal(moment('2026-06-30T20:00:00Z', 'fr'), '30 juin 2026 à 20\u00A0h');
    assert.equal(moment('2026-06-30T08:30:00Z', 'fr'), '30 juin 2026 à 8\u00A0h\u00A030');
  });
});
