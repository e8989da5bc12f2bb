import { hash } from 'node:crypto';
import { partStatus, type PerChannel, type Results } from '@parvis/contract';
import type { TallyRow } from '../store/store.ts';
import type { House, Room, RoomBallot } from './rooms.ts';

interface Kept {
  revision: string;
  final: boolean;
  results: Promise<Results>;
}

const nobody = (): PerChannel => ({ online: 0, paper: 0, assisted: 0, total: 0 });

/** Results are counted once however many people ask at the same time, and again only after something was written. */
export function createResults({ store, now }: House): (room: Room, ballot: RoomBallot) => Promise<Results> {
  const kept = new Map<string, Kept>();
  return async (room, ballot) => {
    const name = `${room.definition.id}\n${ballot.definition.id}`;
    const revision = await store.revision();
    const final = partStatus(room.definition, ballot.definition, now()) === 'closed';
    const before = kept.get(name);
    if (before?.revision === revision && before.final === final) return before.results;
    const results = count(room, ballot, final, before?.results);
    kept.set(name, { revision, final, results });
    results.catch(() => kept.delete(name));
    return results;
  };

  async function count(room: Room, { definition }: RoomBallot, final: boolean, before: Promise<Results> | undefined): Promise<Results> {
    const place = { consultation: room.definition.id, ballot: definition.id };
    const counts = perChannel(await store.tally(place.consultation, place.ballot));
    const numbers = {
      ...place,
      tally: definition.options.map(({ id }) => ({ option: id, ...counts('option', id) })),
      blank: counts('blank', ''),
      voters: counts('voters', ''),
      final,
      verified: definition.eligibility === 'code',
    };
    const previous = await before?.catch(() => undefined);
    // Nothing new: the very same answer, so that its date and its ETag stay.
    if (previous && isSame(previous, numbers)) return previous;
    const dated = { ...numbers, countedAt: now().toISOString() };
    return { ...dated, etag: `"${hash('sha256', JSON.stringify(dated), 'base64url').slice(0, 27)}"` };
  }
}

const isSame = ({ countedAt: _, etag: __, ...numbers }: Results, others: Omit<Results, 'countedAt' | 'etag'>): boolean =>
  JSON.stringify(numbers) === JSON.stringify(others);

/** Sums of all channels, by what is counted. */
function perChannel(rows: readonly TallyRow[]): (kind: TallyRow['kind'], option: string) => PerChannel {
  const sums = new Map<string, PerChannel>();
  for (const { kind, option, channel, amount } of rows) {
    const counts = sums.get(`${kind} ${option}`) ?? nobody();
    counts[channel] += amount;
    counts.total += amount;
    sums.set(`${kind} ${option}`, counts);
  }
  return (kind, option) => sums.get(`${kind} ${option}`) ?? nobody();
}
