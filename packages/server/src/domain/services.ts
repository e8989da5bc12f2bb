import { placeFor, smallestGroup, suppressSmallCells, type PlacesGroup, type StatisticsGroup } from '@parvis/contract';
import { groups } from '@parvis/contract/operations';
import type { House } from './rooms.ts';
import { verb } from './verb.ts';

export const places = (house: House): PlacesGroup => ({
  list: verb(groups.places.list, async ({ kind, ...input }, { locale }) => {
    const room = await house.room(input);
    const { lang } = house.reader(room, locale);
    const wanted = room.definition.places.filter((place) => kind === undefined || place.kinds.includes(kind));
    return { items: wanted.map((place) => placeFor(place, lang)), lang };
  }),
});

/** Every category and answer of the form has its cell, so that a missing cell tells nothing. */
export const statistics = ({ room, store }: House): StatisticsGroup => ({
  get: verb(groups.statistics.get, async (input) => {
    const { definition } = await room(input);
    const counts = await store.proposalCounts(input.consultation);
    const cell = (name: string, value: string) => ({ name, value, count: counts.find((c) => c.name === name && c.value === value)?.count ?? 0 });
    const cells = [
      cell('proposals', 'all'),
      ...(definition.proposalForm?.categories ?? []).map(({ id }) => cell('category', id)),
      ...(definition.proposalForm?.profile?.options ?? []).map(({ id }) => cell('profile', id)),
    ];
    return { consultation: input.consultation, minimum: smallestGroup, cells: suppressSmallCells(cells) };
  }),
});
