import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { ConsultationFile, Download } from '@parvis/contract';
import { count, electionOfPabulib, pbProblems, readPabulib } from '@parvis/counting';
import { createApp } from '../app.ts';
import { definition, file } from '../testing/consultation.ts';
import { testHouse } from '../testing/house.ts';

const closed = '2026-04-02T00:00:00+02:00';
const base = '/c/bp-2026/results/projets';

/** The ballot of projects, counted, with an option that a spreadsheet would run. */
async function serving({ dear = false, ...change }: Partial<NonNullable<ConsultationFile['ballots']>[number]> & { dear?: boolean } = {}) {
  const ballots = (file.ballots ?? []).map((ballot) => (ballot.id === 'projets' ? {
    ...ballot, counting: { rule: 'greedy' as const }, ...change,
    options: [...ballot.options.slice(0, 2), { id: '=c;1', number: 3, label: '=HYPERLINK("https://evil.example")', cost: dear ? 99_999_999_900 : 400_000 }],
  } : ballot));
  const house = await testHouse(definition({ ballots }));
  const app = createApp(house.backend, house.store);
  return Object.assign(house, {
    ask: async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    text: async (path: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await app.request(path)).arrayBuffer()),
    cast: async (times: number, options: string[]) => {
      for (let i = 0; i < times; i += 1) await house.backend.votes.cast(await house.vote({ options }));
    },
  });
}

describe('Results to take along', () => {
  it('are named by the results, each with a file name that says what it is, and never shown as a page', async () => {
    await using server = await serving();
    await server.cast(2, ['a']);
    server.setClock(closed);
    const { downloads = [] } = await server.backend.votes.results({ consultation: 'bp-2026', ballot: 'projets' });
    assert.deepEqual(downloads.map((d: Download) => d.format), ['csv', 'votes.csv', 'pb', 'json']);
    const names = await Promise.all(downloads.map(async ({ href }: Download) => {
      const answer = await server.ask(href);
      assert.equal(answer.status, 200, href);
      assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      return [answer.headers.get('content-type'), answer.headers.get('content-disposition')];
    }));
    assert.deepEqual(names, [
      ['text/csv; charset=utf-8', 'attachment; filename="resultats-bp-2026-projets.csv"'],
      ['text/csv; charset=utf-8', 'attachment; filename="votes-bp-2026-projets.csv"'],
      ['text/plain; charset=utf-8', 'attachment; filename="vote-bp-2026-projets.pb"'],
      ['application/json; charset=utf-8', 'attachment; filename="resultats-bp-2026-projets.json"'],
    ]);
  });

  it('as totals: by option and channel, with place and reason, for a French spreadsheet, and nothing in it becomes a formula', async () => {
    await using server = await serving();
    await server.cast(2, ['=c;1']);
    await server.cast(1, ['a', 'b']);
    server.setClock(closed);
    assert.equal((await server.text(`${base}.csv`)).replaceAll(/[\u00A0\u202F]/g, ' '), [
      '\uFEFFoption;number;label;cost (EUR);online;paper;assisted;total;place;value;reason;explanation',
      'a;1;Arbres <b>&</b>;2000;1;0;0;1;;1;no-money;Pas retenu : 1 vote. Il coûte 2 000 € et il ne restait que 1 000 €.',
      'b;2;Bancs;3000;1;0;0;1;;1;no-money;Pas retenu : 1 vote. Il coûte 3 000 € et il ne restait que 1 000 €.',
      '"\'=c;1";3;"\'=HYPERLINK(""https://evil.example"")";4000;2;0;0;2;1;2;taken;Retenu : 2 votes. Il coûte 4 000 € et il restait 5 000 €.',
      ';;Votes blancs;;0;0;0;0;;;;',
      ';;Votants;;3;0;0;3;;;;', '',
    ].join('\r\n'));
  });

  it('as single votes: all of them, without their voters, also when they are many', async () => {
    await using server = await serving();
    const vote = { choice: { options: ['a', 'b'] }, channel: 'paper' as const };
    await server.store.importVotes('bp-2026', 'projets', [...Array.from({ length: 4_999 }, () => vote), { ...vote, choice: { blank: true } }]);
    server.setClock(closed);
    const [head, ...lines] = (await server.text(`${base}.votes.csv`)).trimEnd().split('\r\n');
    assert.equal(head, '\uFEFFchannel;blank;choice');
    assert.equal(lines.filter((line) => line === 'paper;0;a|b').length, 4_999);
    assert.deepEqual(lines.filter((line) => line !== 'paper;0;a|b'), ['paper;1;']);
    const zipped = await server.ask(`${base}.votes.csv`, { 'accept-encoding': 'br, gzip' });
    assert.equal(zipped.headers.get('content-encoding'), 'gzip');
    assert.equal(gunzipSync(await zipped.arrayBuffer()).toString().trimEnd().split('\r\n').length, 5_001);
  });

  it('in the Pabulib format: the ballot, its votes, and what was taken; counted again from there, the outcome is the same', async () => {
    await using server = await serving();
    await server.cast(2, ['=c;1']);
    await server.cast(3, ['a', 'b']);
    await server.backend.votes.cast(await server.vote({ blank: true }));
    server.setClock(closed);
    const text = await server.text(`${base}.pb`);
    assert.match(text, /^META\nkey;value\ndescription;Quels projets \?\nunit;Commune de Test\n/);
    const { outcome } = await server.backend.votes.results({ consultation: 'bp-2026', ballot: 'projets' });
    const election = await electionOfPabulib(await readPabulib([text], ({ code }) => assert.notEqual(pbProblems[code], 'bad', code)));
    const again = count(election, { rule: 'greedy', budget: 500_000 });
    // An id with a semicolon cannot stand in the file: the numbers of the options stand for all.
    assert.deepEqual(again.winners, ['1', '2']);
    assert.deepEqual(outcome?.winners, ['a', 'b']);
    assert.deepEqual(again.options.map(({ votes, reason }) => [votes, reason]), outcome?.options.map(({ votes, reason }) => [votes, reason]));
  });

  it('are not offered in that format where a choice costs exactly what means withdrawn there, and why is said', async () => {
    await using server = await serving({ ceiling: 99_999_999_900, dear: true });
    server.setClock(closed);
    const { downloads = [] } = await server.backend.votes.results({ consultation: 'bp-2026', ballot: 'projets' });
    assert.deepEqual(downloads.map(({ format }) => format), ['csv', 'votes.csv', 'json']);
    const answer = await server.ask(`${base}.pb`);
    assert.equal(answer.status, 409);
    assert.match(await answer.text(), /un choix y coûte 999999999, et ce coût veut dire « retiré » dans ce format\. Prenez le fichier CSV ou JSON\./);
  });

  it('as data: the ballot, the results and the outcome', async () => {
    await using server = await serving();
    await server.cast(1, ['=c;1']);
    server.setClock(closed);
    const place = { consultation: 'bp-2026', ballot: 'projets' };
    const { ballot, results } = JSON.parse(await server.text(`${base}.json`)) as { ballot: unknown; results: { outcome: { winners: string[] } } };
    assert.deepEqual(ballot, JSON.parse(JSON.stringify(await server.backend.votes.ballot(place))));
    assert.deepEqual(results, JSON.parse(JSON.stringify(await server.backend.votes.results(place))));
    assert.deepEqual(results.outcome.winners, ['=c;1']);
  });

  it('say which channels are counted together', async () => {
    await using server = await serving();
    await server.cast(12, ['a']);
    await server.backend.votes.cast(await server.vote({ options: ['b'] }, { channel: 'assisted' }));
    server.setClock(closed);
    const lines = (await server.text(`${base}.csv`)).split('\r\n');
    assert.ok(lines.includes(';;Votants;;13;0;0;13;;;;'));
    assert.ok(lines.includes(';;Comptés ensemble car trop peu nombreux : online + assisted;;;;;;;;;'));
  });

  it('are not sent again to somebody who has them', async () => {
    await using server = await serving();
    server.setClock(closed);
    for (const ending of ['csv', 'votes.csv', 'pb', 'json']) {
      const etag = (await server.ask(`${base}.${ending}`)).headers.get('etag') ?? '';
      const again = await server.ask(`${base}.${ending}`, { 'if-none-match': etag });
      assert.deepEqual([again.status, await again.text()], [304, '']);
    }
    const etags = await Promise.all(['csv', 'votes.csv', 'pb', 'json'].map(async (ending) => (await server.ask(`${base}.${ending}`)).headers.get('etag')));
    assert.equal(new Set(etags).size, 4);
  });

  it('come when results may be seen, and until then lead to the page that says when', async () => {
    await using hidden = await serving();
    for (const ending of ['csv', 'votes.csv', 'pb', 'json']) {
      const answer = await hidden.ask(`${base}.${ending}`);
      assert.deepEqual([answer.status, answer.headers.get('location')], [303, base]);
    }
    await using live = await serving({ results: 'live' });
    await live.cast(10, ['a']);
    assert.equal((await live.ask(`${base}.csv`)).status, 303);
    await live.cast(10, ['a']);
    const { downloads } = await live.backend.votes.results({ consultation: 'bp-2026', ballot: 'projets' });
    assert.deepEqual(downloads?.map((d) => d.format), ['csv', 'json'], 'single votes only once voting is closed');
    assert.equal((await live.ask(`${base}.csv`)).status, 200);
    assert.equal((await live.ask(`${base}.votes.csv`)).status, 303);
    await using after = await serving({ results: 'after-vote' });
    await after.cast(9, ['a']);
    const { receipt } = await after.backend.votes.cast(await after.vote({ options: ['a'] }));
    const ask = () => after.backend.votes.resultsAfterVote({ consultation: 'bp-2026', ballot: 'projets', receipt });
    await assert.rejects(ask());
    await after.cast(10, ['a']);
    assert.equal((await ask()).downloads, undefined);
  });

  it('of a ballot that does not exist are a page that does not exist', async () => {
    await using server = await serving();
    for (const path of ['/c/bp-2026/results/nowhere.csv', '/c/nowhere/results/projets.csv', '/c/bp-2026/results/.csv', `${base}.xlsx`]) {
      const answer = await server.ask(path);
      assert.equal(answer.status, 404, path);
      assert.match(await answer.text(), /Cette page n’existe pas/);
    }
  });

  it('and the page of a ballot whose name looks like a file are told apart', async () => {
    await using house = await testHouse(definition({ ballots: [{ id: 'juin.csv', title: 'Juin', method: 'single', options: [{ id: 'a', number: 1, label: 'A' }] }] }));
    const app = createApp(house.backend, house.store);
    house.setClock(closed);
    assert.match(await (await app.request('/c/bp-2026/results/juin.csv')).text(), /<title>Résultats : Juin<\/title>/);
    assert.equal((await app.request('/c/bp-2026/results/juin.csv.csv')).headers.get('content-disposition'), 'attachment; filename="resultats-bp-2026-juin.csv.csv"');
  });
});
