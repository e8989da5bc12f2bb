/** Seeds are whole numbers from 0 to one less than this. */
export const seeds = 2 ** 32;

/**
 * Numbers from 0 to below 1 that look drawn by lot, always the same ones for the same seed: mulberry32 (Tommy Ettinger,
 * public domain). Good enough for an order on a screen; nothing secret may hang on it.
 */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / seeds;
  };
}

/** The items in an order that hangs on the seed alone. Fisher and Yates: from the last place down, each gets one of those that are left, all equally likely. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const draw = drawsFrom(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const place = Math.floor(draw() * (last + 1));
    [order[last], order[place]] = [order[place] as T, order[last] as T];
  }
  return order;
}
