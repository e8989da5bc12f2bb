/**
 * Orders ids as people do: runs of digits by their number (`2` before `10`), all else by code point. Ids that differ only in
 * leading zeros are told apart by their text, so that two different ids are never equal.
 */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [a.match(parts) ?? [], b.match(parts) ?? []];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const order = compareParts(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a, b);
}

const parts = /\d+|\D+/g;
const digits = /^\d/;

function compareParts(a: string, b: string): number {
  if (!digits.test(a) || !digits.test(b)) return compareText(a, b);
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
