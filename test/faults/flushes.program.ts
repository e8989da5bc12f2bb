import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { ConsultationDefinition, parse } from '@parvis/contract';
import { createServerBackend, openSqliteStore } from '@parvis/server';
import { consultation } from '../load/consultation.ts';

/** Run under strace by `flushes.test.ts`: votes one by one, then many at once; writes "told" when a vote is acknowledged. */
const parsed = parse(ConsultationDefinition, consultation);
if (!parsed.ok) throw new Error('the consultation of the load test is not right');
const store = openSqliteStore(join(process.argv[2] ?? '.', 'data'));
await store.putConsultation(parsed.value);
const backend = createServerBackend(store, () => new Date());
const place = { consultation: 'load', ballot: 'vote' };
const { rulesHash } = await backend.votes.ballot(place);

let acknowledged = 0;
async function vote(): Promise<void> {
  const name = `${'device-of-somebody-'}${(made += 1)}-abcdef`;
  await backend.votes.cast({ ...place, key: name, voter: { mark: name }, rulesHash, choice: { blank: true } });
  writeSync(1, 'told \n');
  acknowledged += 1;
}
let made = 0;

const before = store.commits;
for (let i = 0; i < 20; i += 1) await vote();
for (let i = 0; i < 5; i += 1) await Promise.all(Array.from({ length: 60 }, vote));
const commits = store.commits - before;
await store.close();
console.log(JSON.stringify({ commits, acknowledged }));
