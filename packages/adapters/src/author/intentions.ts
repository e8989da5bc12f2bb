/** What one person last wanted, with its number. */
export interface Intention<T> {
  sequence: number;
  value: T;
}

/**
 * The newest intention of each person (by device mark) on one thing. An older or repeated number changes nothing: a
 * retry that arrives late never beats what the person did since.
 */
export class Intentions<T> {
  readonly #newest = new Map<string, Intention<T>>();

  /** Takes an intention in, and answers the newest one known. */
  take(mark: string, sequence: number, value: T): Intention<T> {
    const known = this.#newest.get(mark);
    if (known && known.sequence >= sequence) return known;
    const newest = { sequence, value };
    this.#newest.set(mark, newest);
    return newest;
  }

  /** Everything kept, by mark. */
  entries(): [mark: string, newest: Intention<T>][] {
    return [...this.#newest];
  }

  /** How many people's newest intention is one of those wanted. */
  count(wanted: (value: T) => boolean): number {
    let count = 0;
    for (const { value } of this.#newest.values()) if (wanted(value)) count += 1;
    return count;
  }
}
