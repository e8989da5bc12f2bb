import { partStatus } from '@parvis/contract';
import type { Clock } from './domain/rooms.ts';
import type { Store } from './store/store.ts';

/** How long the answer to a proposal or a question is kept for a retry. */
const keepDays = 7;
const everyMs = 30_000;

/**
 * Forgets what was only kept for retries: a ballot's answers when voting closes, others after some days.
 * @returns a function to call again and again; each ballot is emptied once
 */
export function createHousekeeping(store: Store, now: Clock): () => Promise<void> {
  const emptied = new Set<string>();
  let cleanedOn = '';
  return async () => {
    const { items } = await store.listConsultations({ limit: 10_000 });
    const before = new Date(now().getTime() - keepDays * 86_400_000).toISOString().slice(0, 10);
    for (const c of items) {
      for (const ballot of c.ballots) {
        const name = `${c.id}\n${ballot.id}`;
        if (partStatus(c, ballot, now()) !== 'closed') emptied.delete(name);
        else if (!emptied.has(name)) {
          await store.forgetReplays(c.id, { ballot: ballot.id });
          emptied.add(name);
        }
      }
      if (cleanedOn !== before) await store.forgetReplays(c.id, { before });
    }
    cleanedOn = before;
  };
}

/** Runs it now and then; a failure is said and tried again. @returns what stops it */
export function keepHouse(store: Store, now: Clock): () => void {
  const tidy = createHousekeeping(store, now);
  const run = () => void tidy().catch((error: unknown) => console.error('housekeeping:', error));
  run();
  const timer = setInterval(run, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
