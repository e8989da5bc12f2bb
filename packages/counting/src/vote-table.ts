import type { Channel } from '@parvis/contract';

/** The channels in the order in which the table counts them. */
export const channels = ['online', 'paper', 'assisted'] as const satisfies readonly Channel[];

const first = 1_024;

/**
 * Votes, equal ones once with their number: most rules only ask how many voted alike. Kept in typed arrays, about two
 * bytes for each option named (ten with values), so that millions of different votes fit into memory.
 */
export class VoteTable {
  /** Different votes. */
  size = 0;
  /** Votes in all, blank ones too. */
  total = 0;
  /** How many values stand behind one whole: values are kept as whole numbers, 0.25 as 25 with a scale of 100. */
  scale = 1;
  private readonly ordered: boolean;
  private readonly valued: boolean;
  private starts = new Uint32Array(first);
  private named = new Uint16Array(first * 4);
  private given: Float64Array;
  private counts = new Uint32Array(first * channels.length);
  /** Open addressing: place in the table + 1, 0 for none. */
  private slots = new Int32Array(first * 4);

  /** `ordered`: the order of the options belongs to the vote. `valued`: each option named has a value. */
  constructor({ ordered = false, valued = false }: { ordered?: boolean; valued?: boolean } = {}) {
    this.ordered = ordered;
    this.valued = valued;
    this.given = new Float64Array(valued ? first * 4 : 0);
  }

  /**
   * Adds votes that are alike. `options`: places of options, each once; none for a blank vote. `values`: one for each.
   * @throws RangeError for a value that cannot be counted exactly (more than 9 decimals, or beyond 2^53 once scaled)
   */
  add(options: readonly number[], values?: readonly number[], channel: Channel = 'online', times = 1): void {
    const order = this.ordered || isSorted(options) ? undefined : options.map((_, i) => i).sort((a, b) => options[a]! - options[b]!);
    const row = order ? order.map((i) => options[i]!) : options;
    const points = this.valued ? (order ? order.map((i) => values![i]!) : values!) : undefined;
    const whole = points && this.toWhole(points);
    const at = this.find(row, whole);
    this.counts[at * channels.length + channels.indexOf(channel)]! += times;
    this.total += times;
  }

  /** Places of the options a vote names: ascending, or in the voter's order where that is the vote. A view: do not keep. */
  options(at: number): Uint16Array {
    return this.named.subarray(this.starts[at], this.starts[at + 1]);
  }

  /** The values of the options named, times `scale`; empty when votes have none. A view: do not keep. */
  values(at: number): Float64Array {
    return this.given.subarray(this.starts[at], this.starts[at + 1]);
  }

  /** How many voted like this; through one channel when it is named. */
  count(at: number, channel?: Channel): number {
    const from = at * channels.length;
    if (channel) return this.counts[from + channels.indexOf(channel)]!;
    return this.counts[from]! + this.counts[from + 1]! + this.counts[from + 2]!;
  }

  private find(row: readonly number[], whole: readonly number[] | undefined): number {
    if (this.size * 2 >= this.slots.length) this.rehash();
    const mask = this.slots.length - 1;
    let slot = hashOf(row, whole) & mask;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = this.slots[slot]! - 1;
      if (this.isAt(at, row, whole)) return at;
    }
    this.slots[slot] = this.size + 1;
    return this.append(row, whole);
  }

  private isAt(at: number, row: readonly number[], whole: readonly number[] | undefined): boolean {
    const start = this.starts[at]!;
    if (this.starts[at + 1]! - start !== row.length) return false;
    for (let i = 0; i < row.length; i += 1) {
      if (this.named[start + i] !== row[i] || (whole && this.given[start + i] !== whole[i])) return false;
    }
    return true;
  }

  private append(row: readonly number[], whole: readonly number[] | undefined): number {
    const at = this.size;
    const start = this.starts[at]!;
    const end = start + row.length;
    if (at + 2 > this.starts.length) this.starts = grown(this.starts, Uint32Array);
    if ((at + 1) * channels.length > this.counts.length) this.counts = grown(this.counts, Uint32Array);
    while (end > this.named.length) {
      this.named = grown(this.named, Uint16Array);
      if (this.valued) this.given = grown(this.given, Float64Array);
    }
    this.named.set(row, start);
    if (whole) this.given.set(whole, start);
    this.starts[at + 1] = end;
    this.size += 1;
    return at;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let at = 0; at < this.size; at += 1) {
      let slot = hashOf(this.options(at), this.valued ? this.values(at) : undefined) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = at + 1;
    }
    this.slots = slots;
  }

  private toWhole(values: readonly number[]): number[] {
    while (!values.every((value) => isWhole(value * this.scale))) {
      if (this.scale === 1e9) throw new RangeError('a value has more than 9 decimals');
      this.raise();
    }
    const whole = values.map((value) => Math.round(value * this.scale));
    if (!whole.every(Number.isSafeInteger)) throw new RangeError('a value is too large to be counted exactly');
    return whole;
  }

  /** One decimal more: what is kept already is written anew. */
  private raise(): void {
    this.scale *= 10;
    for (let i = 0; i < this.starts[this.size]!; i += 1) this.given[i] = this.given[i]! * 10;
    this.slots = new Int32Array(this.slots.length / 2);
    this.rehash();
  }
}

/** Decimals are read into binary fractions: 0.07 × 100 is 7.000000000000001. */
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= Math.abs(value) * Number.EPSILON * 2;

function isSorted(row: readonly number[]): boolean {
  for (let i = 1; i < row.length; i += 1) if (row[i - 1]! > row[i]!) return false;
  return true;
}

// FNV-1a over the numbers.
function hashOf(row: ArrayLike<number>, values: ArrayLike<number> = []): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < row.length; i += 1) hash = Math.imul(hash ^ row[i]!, 0x01000193);
  for (let i = 0; i < values.length; i += 1) hash = Math.imul(hash ^ (values[i]! | 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function grown<T extends Uint16Array | Uint32Array | Float64Array>(old: T, make: new (length: number) => T): T {
  const bigger = new make(old.length * 2);
  bigger.set(old as never);
  return bigger;
}
