import { placeFor } from '@parvis/contract';
import type { PlacesGroup } from '@parvis/contract';
import * as operations from '@parvis/contract/operations/places';
import { verb } from '../author/index.ts';
import { readerOf, roomOf } from './store.ts';
import type { MemoryStore } from './store.ts';

export function places(store: MemoryStore): PlacesGroup {
  return {
    list: verb(operations.list, (input, { locale }) => {
      const room = roomOf(store, input);
      const { lang } = readerOf(store, room, locale);
      const wanted = room.definition.places.filter((place) => input.kind === undefined || place.kinds.includes(input.kind));
      return { items: wanted.map((place) => placeFor(place, lang)), lang };
    }),
  };
}
