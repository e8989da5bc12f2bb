// `npm run bench`: one table of what was promised and what was measured. It never fails: budgets are for `npm test`.
// `npm run bench -- counting` measures only the parts with that word in their name.
import { counting } from './counting.ts';
import { besidePeers } from './peers.ts';
import { recount } from './recount.ts';
import { sizes } from './sizes.ts';
import { server } from './server.ts';
import { table, type Row } from './table.ts';
import { usable } from './usable.ts';

const parts: [name: string, measure: () => Promise<Row[]>][] = [
  ['browser files', sizes],
  ['bytes beside peers', besidePeers],
  ['counting', counting],
  ['votes counted again in a browser', recount],
  ['time to a usable ballot', usable],
  ['load: votes and reads per second', server],
];

const asked = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, measure] of parts) {
  if (asked.length > 0 && !asked.some((word) => name.includes(word))) continue;
  // One part that cannot run (no browser on this machine) leaves the others.
  rows.push(...(await measure().catch((error: unknown): Row[] => [{ what: name, measured: `not measured: ${error instanceof Error ? error.message : String(error)}` }])));
}
console.log(table(rows));
