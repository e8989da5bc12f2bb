import type { Ballot } from '@parvis/contract';
import { forget, keep, kept } from '../../shared/store.ts';
import { draftName, voteName } from '../ballot.cast.ts';
import { bareCode, hasArrived } from './page-code.ts';

/** Several people of a household vote on one device, each with a letter: what one has chosen or done is nothing for the next. */

/** Tells letters apart on this device: 32 bits of a code (FNV-1a), far too few to find it. */
function markOf(code: string): string {
  let hash = 0x811c9dc5;
  for (const sign of code) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/**
 * Where the address has brought a code: puts away what this device keeps of the letter before, and takes out what it keeps of this one. Choices that were
 * made before any letter came stay where they are: whoever made them has taken out the letter now.
 */
export async function openLetter(ballot: Ballot): Promise<void> {
  const code = bareCode();
  if (!hasArrived() || code === undefined) return;
  const place = `letter/${ballot.consultation}/${ballot.id}`;
  const [before, now] = [await kept<string>(place), markOf(code)];
  if (before === now) return;
  for (const name of [voteName(ballot), draftName(ballot)]) {
    const value = await kept(name);
    if (before === undefined && name === draftName(ballot)) continue;
    if (value !== undefined) await keep(`${name}/${before ?? ''}`, value);
    const own = await kept(`${name}/${now}`);
    await (own === undefined ? forget(name) : keep(name, own));
  }
  await keep(place, now);
}
