import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { emptyTotals, type Ballot, type Counting, type ExportedVotes, type Results } from '@parvis/contract';
import { count, electionOfBallot } from '@parvis/counting';
import { launchChromium } from '../support/chromium.ts';
import { decimal, whole, type Row } from './table.ts';

/** The size of a real national consultation. */
const [manyVotes, manyOptions] = [82_000, 11_000];
const embed = new URL('../../packages/embed/dist/', import.meta.url);
const mostMs = 10_000;
const usableMs = 1_000;

interface Poll {
  ballot: Ballot;
  results: Results;
  votes: ExportedVotes['items'];
}

/** How long a device takes to count a large vote again, and to show a long list of results. */
export async function recount(): Promise<Row[]> {
  await using browser = await launchChromium();
  const rules: Counting[] = [{ rule: 'greedy' }, { rule: 'equal-shares', completion: 'add1u' }];
  const rows: Row[] = [];
  for (const counting of rules) {
    const { ms, longest } = await countAgain(browser, makePoll(120, manyVotes, counting));
    rows.push(
      { what: `${whole(manyVotes)} votes counted again in a browser, ${counting.rule}`, measured: `${decimal(ms / 1000, 1)} s`, budget: `≤ ${mostMs / 1000} s`, beyond: ms > mostMs },
      { what: `longest task of the page meanwhile, ${counting.rule}`, measured: longest ? `${whole(longest)} ms` : 'none over 50 ms' },
    );
  }
  const ms = await showList(browser, makePoll(manyOptions, 3_000, { rule: 'greedy' }));
  return [...rows, { what: `results of ${whole(manyOptions)} options can be read`, measured: `${whole(ms)} ms`, budget: `≤ ${usableMs} ms`, beyond: ms > usableMs }];
}

/** A vote that is closed, the same at every run; some options are liked much, most a little. */
function makePoll(options: number, votes: number, counting: Counting): Poll {
  let state = 7;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const ballot: Ballot = {
    consultation: 'grande', id: 'vote', title: 'Un grand vote', lang: 'fr', method: 'approval', min: 1, max: 10, blank: true, currency: 'EUR', ceiling: 1_000_000_000, status: 'closed', eligibility: 'open',
    results: 'hidden', rulesHash: 'r', options: Array.from({ length: options }, (_, i) => ({ id: `o${i}`, number: i + 1, label: `Projet numéro ${i + 1}`, cost: Math.round(next() * 40_000_000) + 100_000 })),
  };
  const { election, add } = electionOfBallot(ballot);
  const { totals, add: addToTotals } = emptyTotals(ballot);
  const cast = Array.from({ length: votes }, () => {
    const named = new Set(Array.from({ length: 1 + Math.floor(next() * 10) }, () => `o${Math.floor(options * next() ** 2)}`));
    const vote = { choice: { options: [...named] }, channel: next() < 0.3 ? ('paper' as const) : ('online' as const) };
    add(vote.choice, vote.channel);
    addToTotals(vote);
    return vote;
  });
  const results: Results = { consultation: 'grande', ballot: 'vote', ...totals, outcome: count(election, counting), final: true, verified: false, countedAt: '2027-03-28T20:00:00Z', etag: '"1"' };
  return { ballot, results, votes: cast };
}

async function countAgain(browser: Browser, poll: Poll): Promise<{ ms: number; longest: number }> {
  await using site = await serve(poll);
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.evaluate(() => {
    const bench = globalThis as { longest?: number };
    bench.longest = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest ?? 0, duration); }).observe({ type: 'longtask' });
  });
  const start = performance.now();
  await page.getByRole('button', { name: 'Recompter sur cet appareil' }).click();
  await page.getByRole('heading', { name: 'C’est le même résultat' }).waitFor({ timeout: 6 * mostMs });
  const ms = performance.now() - start;
  const longest = await page.evaluate(() => (globalThis as { longest?: number }).longest ?? 0);
  await page.close();
  return { ms, longest };
}

async function showList(browser: Browser, poll: Poll): Promise<number> {
  await using site = await serve(poll);
  const page = await browser.newPage();
  const start = performance.now();
  await page.goto(site.url);
  await page.getByRole('searchbox').waitFor();
  const ms = performance.now() - start;
  await page.close();
  return ms;
}

/** Answers as a backend does whose votes lie in memory, so that only the browser's work is measured. */
async function serve({ ballot, results, votes }: Poll): Promise<AsyncDisposable & { url: string }> {
  const html = '<!doctype html><html lang="fr"><title>Mesure</title><script type="module" src="/embed/parvis-results.js"></script><parvis-results backend="/" consultation="grande" ballot="vote"></parvis-results></html>';
  const base = '/api/v1/consultations/grande/ballots/vote';
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench');
    const json = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    const [from, limit] = [Number(searchParams.get('cursor') ?? 0), Number(searchParams.get('limit') ?? 1_000)];
    if (pathname === base) json(ballot);
    else if (pathname === `${base}/results`) json(results);
    else if (pathname === `${base}/export`) json({ items: votes.slice(from, from + limit), ...(from + limit < votes.length && { next: String(from + limit) }) });
    else if (pathname.startsWith('/embed/')) {
      readFile(new URL(pathname.slice('/embed/'.length), embed)).then((file) => response.setHeader('content-type', 'text/javascript').end(file), () => response.writeHead(404).end());
    } else response.setHeader('content-type', 'text/html').end(html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => { server.closeAllConnections(); server.close(); await once(server, 'close'); },
  };
}
