import { ParvisError } from '@parvis/contract/errors';
import type { Page } from '@parvis/contract';

/** Where an item stands in its list: compared part by part. A minus before a number turns the order round. */
export type SortKey = readonly (string | number)[];

/**
 * One page of a list. The cursor holds the place of the last item, not a count of items: entries that are added while
 * somebody reads on are neither repeated nor make others skipped.
 * @param keyOf must differ between any two items, so end it with an id or a serial number.
 * @param order names the sort order; a cursor of another order is `invalid`.
 */
export function page<T>(
  items: readonly T[],
  keyOf: (item: T, index: number) => SortKey,
  { cursor, limit, order = '' }: { cursor?: string | undefined; limit: number; order?: string },
): Page<T> {
  const after = cursor === undefined ? undefined : decode(cursor, order);
  const rest = items
    .map((item, index) => ({ item, key: keyOf(item, index) }))
    .filter(({ key }) => after === undefined || compare(key, after) > 0)
    .sort((a, b) => compare(a.key, b.key));
  const last = rest.length > limit ? rest[limit - 1] : undefined;
  return {
    items: rest.slice(0, limit).map(({ item }) => item),
    ...(last && { next: encode(order, last.key) }),
    total: items.length,
  };
}

function compare(a: SortKey, b: SortKey): number {
  for (const [i, part] of a.entries()) {
    const other = b[i] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

const encode = (order: string, key: SortKey): string => encodeURIComponent(JSON.stringify([order, ...key]));

function decode(cursor: string, order: string): SortKey {
  try {
    const [name, ...key] = JSON.parse(decodeURIComponent(cursor)) as unknown[];
    const fits = key.every((part) => typeof part === 'string' || typeof part === 'number');
    if (name === order && key.length > 0 && fits) return key as SortKey;
  } catch {
    // Not one of ours: refused below.
  }
  throw new ParvisError('invalid', { issues: [{ pointer: '/cursor', code: 'malformed' }] });
}
