import { basename } from 'node:path';
import { readPabulib } from '@parvis/counting';
import { unless } from '../domain/faults.ts';
import { choiceReader } from '../import/election/choice.ts';
import { openSource } from '../import/source.ts';
import type { KeptVote, Store } from '../store/store.ts';

/** Takes over the votes of files called `CONSULTATION.BALLOT.pb`, into ballots that have none yet. */
export async function importDemoVotes(store: Store, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const [consultation = '', id = ''] = basename(file, '.pb').split('.');
    const ballot = (await store.getConsultation(consultation))?.ballots.find((b) => b.id === id);
    if (!ballot) continue;
    const { meta, votes: rows } = await readPabulib((await openSource(file)).chunks(), () => {});
    const read = choiceReader(meta, ballot);
    async function* votes(): AsyncGenerator<KeptVote> {
      for await (const row of rows) {
        const result = read(row);
        if ('choice' in result) yield { choice: result.choice, channel: row.channel ?? 'online' };
      }
    }
    await unless(['already'], () => store.importVotes(consultation, id, votes()));
  }
}
