import { contractVersion } from '@parvis/contract';
import type { Backend, ConsultationFile } from '@parvis/contract';
import { backend as operations } from '@parvis/contract/operations';
import { verb } from '../author/index.ts';
import { attachments } from './attachments.ts';
import { consultations } from './consultations.ts';
import { faq } from './faq.ts';
import { feedback } from './feedback.ts';
import { withLatency } from './latency.ts';
import { places } from './places.ts';
import { proposals } from './proposals.ts';
import { statistics } from './statistics.ts';
import { createStore } from './store.ts';
import type { MemoryOptions, MemoryStore } from './store.ts';
import { votes } from './votes.ts';

export { memoryProbes } from './probes.ts';
export type { MemoryOptions, MemoryStore };

/**
 * A backend that forgets everything when the page or process ends: for demonstrations and tests, and to be read by
 * those who write an adapter. It offers every group.
 * @param definitions what an organiser would open; see `ConsultationDefinition` for the fields
 * @throws ParvisError `invalid`, with pointers such as `/0/ballots/1/ceiling`
 */
export const createMemoryBackend = (definitions: readonly ConsultationFile[], options: MemoryOptions = {}): Backend =>
  createMemory(definitions, options).backend;

/** The same, with the store beside it: tests look into it, and a moderator's act is a change made to it. */
export function createMemory(definitions: readonly ConsultationFile[], options: MemoryOptions = {}): { backend: Backend; store: MemoryStore } {
  const store = createStore(definitions, options);
  const groups = {
    consultations: consultations(store),
    proposals: proposals(store),
    votes: votes(store),
    faq: faq(store),
    feedback: feedback(store),
    attachments: attachments(store),
    places: places(store),
    statistics: statistics(store),
  };
  const languages = [...new Set([...store.consultations.values()].flatMap((room) => room.definition.languages))];
  const backend: Backend = {
    describe: verb(operations.describe, () => ({
      contract: contractVersion, name: 'memory', groups: Object.keys(groups), limits: { attachment: store.attachmentLimit }, languages,
    })),
    check: verb(operations.check, () => ({
      items: [{ id: 'memory', ok: true, hint: 'Everything is forgotten when this page or process ends.' }],
    })),
    ...groups,
  };
  return { backend: options.latency ? withLatency(backend, options.latency) : backend, store };
}
