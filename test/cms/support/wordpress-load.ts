// How many votes a WordPress takes on this machine: node --conditions=parvis-source test/cms/support/wordpress-load.ts
import { randomKey } from '@parvis/contract';
import { addressOf, open, startBackend } from './wordpress-backend.ts';
import { village } from './village.ts';

const seconds = 15;
await using site = await startBackend();
await open(site, [village()]);
await site.php("$GLOBALS['wpdb']->query( 'SET GLOBAL innodb_flush_log_at_trx_commit = 1' );");
const ballot = `${addressOf(site)}/api/v1/consultations/bp/ballots/vote`;
const { rulesHash } = await (await fetch(ballot)).json() as { rulesHash: string };

/** One vote, each from a device of its own. @returns milliseconds */
async function vote(): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`${ballot}/votes`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: randomKey(), voter: { mark: randomKey() }, rulesHash, choice: { options: ['banc'] } }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
  return performance.now() - start;
}

await Promise.all(Array.from({ length: 8 }, vote));
for (const connections of [1, 4, 16]) {
  const times: number[] = [];
  const end = Date.now() + seconds * 1_000;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (Date.now() < end) times.push(await vote());
  }));
  times.sort((a, b) => a - b);
  const at = (part: number) => Math.round(times[Math.floor(times.length * part)] ?? 0);
  console.log(`${connections} connections: ${(times.length / seconds).toFixed(1)} votes/s, half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms`);
}
