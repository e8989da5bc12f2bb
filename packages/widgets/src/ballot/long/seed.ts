import type { Ballot } from '@parvis/contract';
import { seeds } from '@parvis/contract/shuffle';
import { update } from '../../shared/store.ts';

/** The number that this device draws once for a ballot: the order stays the same when the page is opened again. It never leaves the device. */
export async function seedOf({ consultation, id }: Ballot): Promise<number> {
  let seed = Math.floor(Math.random() * seeds);
  await update<number>(`order/${consultation}/${id}`, (now) => (seed = now ?? seed));
  return seed;
}
