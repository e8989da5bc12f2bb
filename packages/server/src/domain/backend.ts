import { type Backend, contractVersion, statusAt } from '@parvis/contract';
import { backend as operations } from '@parvis/contract/operations';
import type { Store } from '../store/store.ts';
import { attachmentLimit, attachments } from './attachments.ts';
import { consultations } from './consultations.ts';
import { faq } from './faq.ts';
import { feedback } from './feedback.ts';
import { proposals } from './proposals.ts';
import { type Clock, createHouse } from './rooms.ts';
import { places, statistics } from './services.ts';
import { verb } from './verb.ts';
import { votes } from './votes.ts';

export interface ServerBackendOptions {
  /** Largest body in bytes that the transport takes. Absent: no limit of its own. */
  bodyLimit?: number | undefined;
  /** Host pages that may use this backend from another origin, for `check()`. Absent: not a question here. */
  origins?: readonly string[] | undefined;
}

/** A backend that offers every group. */
export type ServerBackend = { [G in keyof Backend]-?: NonNullable<Backend[G]> };

/** The whole contract over a store. HTTP is a thin layer above it, so everything here can be tried without a network. */
export function createServerBackend(store: Store, now: Clock, { bodyLimit, origins }: ServerBackendOptions = {}): ServerBackend {
  const house = createHouse(store, now);
  const groups = {
    consultations: consultations(house),
    proposals: proposals(house),
    votes: votes(house),
    faq: faq(house),
    feedback: feedback(house),
    attachments: attachments(house),
    places: places(house),
    statistics: statistics(house),
  };
  const all = async () => (await store.listConsultations({ limit: 100 })).items;

  return {
    describe: verb(operations.describe, async () => ({
      contract: contractVersion,
      name: 'parvis',
      groups: Object.keys(groups),
      limits: { attachment: attachmentLimit, ...(bodyLimit !== undefined && { body: bodyLimit }) },
      languages: [...new Set((await all()).flatMap((c) => c.languages))],
    })),

    check: verb(operations.check, async () => {
      const open = (await all()).some((c) => statusAt(c, now()) === 'open');
      const item = (id: string, ok: boolean, hint: string) => ({ id, ok, ...(!ok && { hint }) });
      return {
        items: [
          item('storage', await store.writable(), 'Nothing can be written. Look at the free space and the rights of the data folder.'),
          item('consultations', open, 'No consultation is open now. Open one with: parvis open FILE'),
          ...(origins ? [item('origins', origins.length > 0, 'No other site may use this backend yet. Start it with: --allow https://www.example.org')] : []),
        ],
      };
    }),
    ...groups,
  };
}
