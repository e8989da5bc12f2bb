import { httpBackend } from '@parvis/adapters/http';
import { ballot, exportVotes, results, resultsAfterVote } from '@parvis/contract/operations/votes';
import { countInWorker } from '@parvis/widgets/results/counter';
import { createPart, pageCounter, serveCounting, workerCounter } from '@parvis/widgets/results/recount';
import { recountKey, type MakePart } from '../recount-key.ts';

const makePart: MakePart = (file, integrity, trusted) => createPart({
  startCounter: async () => {
    try {
      const address = await addressFor(file, integrity);
      return await workerCounter(new Worker(trusted(address))).finally(() => URL.revokeObjectURL(address));
    } catch {
      return pageCounter(serveCounting);
    }
  },
  connect: (base) => httpBackend(base, { votes: { ballot, results, resultsAfterVote, export: exportVotes } }),
});

// One file for both sides: the page that asks for a recount, and the worker that it starts with the same file.
if ('document' in globalThis) Object.assign(globalThis, { [recountKey]: makePart });
else countInWorker();

/** A worker must come from the page's own host: from another one, a copy that was checked is taken. */
async function addressFor(file: string, integrity: string): Promise<string> {
  if (new URL(file).origin === location.origin) return file;
  const copy = await fetch(file, { integrity, credentials: 'omit' });
  return URL.createObjectURL(await copy.blob());
}
