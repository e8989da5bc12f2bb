import { type BallotDefinition, closestLanguage, type ConsultationDefinition, type Reader, rulesHash } from '@parvis/contract';
import type { Store } from '../store/store.ts';
import { found } from './faults.ts';

/** The server's clock: what decides whether something is open. */
export type Clock = () => Date;

/** A consultation with what is worked out from it once. */
export interface Room {
  definition: ConsultationDefinition;
  ballots: ReadonlyMap<string, RoomBallot>;
  /** Answers worked out from the definition alone; they go when the definition goes. */
  memo<T>(name: string, make: () => T): T;
}

export interface RoomBallot {
  definition: BallotDefinition;
  rulesHash: string;
}

export interface House {
  store: Store;
  now: Clock;
  /** @throws ParvisError `not-found` */
  room(input: { consultation: string }): Promise<Room>;
  reader(room: Room, locale: string | undefined): Reader;
}

export function createHouse(store: Store, now: Clock): House {
  const rooms = new WeakMap<ConsultationDefinition, Promise<Room>>();
  return {
    store,
    now,
    async room({ consultation }) {
      const definition = found(await store.getConsultation(consultation));
      const room = rooms.get(definition) ?? createRoom(definition);
      rooms.set(definition, room);
      return room;
    },
    reader: (room, locale) => ({ lang: closestLanguage(room.definition.languages, locale), now: now() }),
  };
}

async function createRoom(definition: ConsultationDefinition): Promise<Room> {
  const memos = new Map<string, unknown>();
  const ballots = await Promise.all(definition.ballots.map(async (b) => [b.id, { definition: b, rulesHash: await rulesHash(b) }] as const));
  return {
    definition,
    ballots: new Map(ballots),
    memo<T>(name: string, make: () => T): T {
      if (!memos.has(name)) memos.set(name, make());
      return memos.get(name) as T;
    },
  };
}
