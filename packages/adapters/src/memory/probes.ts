import { createAccessCode, normalizeCode } from '@parvis/contract';
import type { CodeState, MemoryStore, Room } from './store.ts';

/** Ways into the store for the conformance kit: its votes, new access codes, and everything kept, one entry per record. */
export function memoryProbes(store: MemoryStore) {
  return {
    votes: async (consultation: string, ballot: string) => [...(store.consultations.get(consultation)?.boxes.get(ballot)?.votes ?? [])],
    codes: async (consultation: string, ballot: string, states: readonly Exclude<CodeState, 'used'>[]) => states.map((state) => {
      const code = createAccessCode();
      store.consultations.get(consultation)?.boxes.get(ballot)?.codes.set(normalizeCode(code), state);
      return code;
    }),
    records: async (): Promise<unknown[]> => (await Promise.all([...store.consultations.values()].map(recordsOf))).flat(),
  };
}

async function recordsOf(room: Room): Promise<unknown[]> {
  const all = [...room.useful.values(), ...room.satisfied.values(), ...room.followers.values()];
  const intentions = all.flatMap((one): unknown[] => one.entries());
  const boxes = [...room.boxes.values()];
  const replays = await Promise.all([room.submissions, room.asks, room.attachments, ...boxes.map((b) => b.replays)].map((r) => r.entries()));
  return [
    ...room.proposals.values(), ...[...room.proposals.values()].flatMap((p) => p.supporters.entries()),
    ...room.questions, ...intentions, ...replays.flat(),
    ...boxes.flatMap((box) => [...box.marks, ...box.codes, ...box.votes, ...box.receipts]),
  ];
}
