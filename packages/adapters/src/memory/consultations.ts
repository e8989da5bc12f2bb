import { consultationFor } from '@parvis/contract';
import type { ConsultationsGroup } from '@parvis/contract';
import * as operations from '@parvis/contract/operations/consultations';
import { page, verb } from '../author/index.ts';
import { readerOf, roomOf } from './store.ts';
import type { MemoryStore, Room } from './store.ts';

export function consultations(store: MemoryStore): ConsultationsGroup {
  const show = (room: Room, locale: string | undefined) => consultationFor(room.definition, readerOf(store, room, locale));
  return {
    list: verb(operations.list, ({ cursor, limit = 20 }, { locale }) => {
      const rooms = page([...store.consultations.values()], ({ definition: d }) => [-(Date.parse(d.opensAt ?? '') || 0), d.id], { cursor, limit });
      return { ...rooms, items: rooms.items.map((room) => show(room, locale)) };
    }),

    get: verb(operations.get, (input, { locale }) => show(roomOf(store, input), locale)),
  };
}
