import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Choice, ConsultationDefinition, Vote } from '@parvis/contract';
import { createServerBackend, type ServerBackend } from '../domain/backend.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import type { Store } from '../store/store.ts';
import { definition } from './consultation.ts';

export interface TestHouse extends AsyncDisposable {
  store: Store;
  backend: ServerBackend;
  folder: string;
  /** The server's clock stands still until a test moves it. */
  setClock(instant: string): void;
  /** A vote as a device would send it, each time with another key and mark. */
  vote(choice: Choice, changes?: Partial<Vote>): Promise<Vote>;
}

/** An empty store in a folder of its own, with a backend over it and one consultation that is open. */
export async function testHouse(consultation: ConsultationDefinition = definition()): Promise<TestHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-server-'));
  let now = new Date('2026-03-15T12:00:00+01:00');
  const store = openSqliteStore(folder, { now: () => now });
  await store.putConsultation(consultation);
  const backend = createServerBackend(store, () => now);
  let devices = 0;
  return {
    store,
    backend,
    folder,
    setClock: (instant) => (now = new Date(instant)),
    async vote(choice, changes = {}) {
      const name = `device-${String((devices += 1)).padStart(20, '0')}`;
      const place = { consultation: consultation.id, ballot: changes.ballot ?? 'projets' };
      const { rulesHash } = await backend.votes.ballot(place);
      return { ...place, key: `key-${name}`, voter: { mark: `mark-${name}` }, rulesHash, choice, ...changes };
    },
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a promise rejected with; fails when it did not. */
export async function rejection(promise: Promise<unknown>): Promise<{ code: string; issues: readonly { pointer: string; code: string }[] }> {
  try {
    await promise;
  } catch (error) {
    return error as { code: string; issues: readonly { pointer: string; code: string }[] };
  }
  throw new Error('it did not reject');
}
