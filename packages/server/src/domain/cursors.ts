import { ParvisError } from '@parvis/contract';
import type { Slice } from '../store/store.ts';

/** A place in a list, made opaque. `order` names the list's order: a cursor of another order is refused. */
export const toCursor = (order: string, place: readonly string[] | undefined): string | undefined =>
  place && Buffer.from(JSON.stringify([order, ...place])).toString('base64url');

/** @throws ParvisError `invalid` for a cursor that is not one of ours */
export function fromCursor(order: string, parts: number, cursor: string | undefined): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [name, ...place] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (name === order && place.length === parts && place.every((part) => typeof part === 'string')) return place;
  } catch {
    // Not JSON: refused below like any other stranger.
  }
  throw new ParvisError('invalid', { issues: [{ pointer: '/cursor', code: 'malformed' }] });
}

/** One page as the contract answers it. */
export const pageOf = <T>(order: string, { items, next, total }: Slice<T>) => {
  const cursor = toCursor(order, next);
  return { items, ...(cursor !== undefined && { next: cursor }), ...(total !== undefined && { total }) };
};

/** A page of a list that is whole in memory. An entry that has gone since leaves its place to the next one. */
export function sliceOf<T extends { id: string }>(all: readonly T[], cursor: string | undefined, limit: number, order: string) {
  const [id, index] = fromCursor(order, 2, cursor) ?? [];
  const at = all.findIndex((entry) => entry.id === id);
  const start = id === undefined ? 0 : at >= 0 ? at + 1 : Number(index);
  const items = all.slice(start, start + limit);
  const last = items.at(-1);
  const next = last && start + limit < all.length ? [last.id, String(start + limit - 1)] : undefined;
  return pageOf(order, { items, next, total: all.length });
}
