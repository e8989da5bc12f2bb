import type { Channel } from '@parvis/contract';

/** The channels in the order in which the table counts them. */
export const channels = ['online', 'paper', 'assisted'] as const satisfies readonly Channel[];

/** Room for so many rows at first. */
const first = 1_024;

/** A page of options: rows never run over its end. Pages make a large table grow without a copy of itself. */
const page = 2 ** 18;

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
  /** Where each row stands: its page, and its place there. */
  private starts = new Float64Array(first);
  private lengths = new Uint16Array(first);
  private readonly named: Uint16Array[] = [];
  private readonly given: Float64Array[] = [];
  /** Where the next row goes. */
  private free = 0;
  private counts = new Uint32Array(first * channels.length);
  /** Open addressing: place in the table + 1, 0 for none. */
  private slots = new Int32Array(first * 4);

  /** `ordered`: the order of the options belongs to the vote. `valued`: each option named has a value. */
  constructor({ ordered = false, valued = false }: { ordered?: boolean; valued?: boolean } = {}) {
    this.ordered = ordered;
    this.valued = valued;
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
    return this.row(this.named, at);
  }

  /** The values of the options named, times `scale`; empty when votes have none. A view: do not keep. */
  values(at: number): Float64Array {
    return this.valued ? this.row(this.given, at) : nothing;
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

  private row<T extends Uint16Array | Float64Array>(pages: readonly T[], at: number): T {
    const start = this.starts[at]!;
    const place = start % page;
    return pages[Math.floor(start / page)]!.subarray(place, place + this.lengths[at]!) as T;
  }

  private isAt(at: number, row: readonly number[], whole: readonly number[] | undefined): boolean {
    if (this.lengths[at] !== row.length) return false;
    const [start, place] = [this.starts[at]!, this.starts[at]! % page];
    const [named, given] = [this.named[Math.floor(start / page)]!, this.given[Math.floor(start / page)]];
    for (let i = 0; i < row.length; i += 1) {
      if (named[place + i] !== row[i] || (whole && given![place + i] !== whole[i])) return false;
    }
    return true;
  }

  private append(row: readonly number[], whole: readonly number[] | undefined): number {
    const at = this.size;
    if (at === this.starts.length) {
      const rows = Math.ceil(at * 1.5);
      this.starts = grown(this.starts, new Float64Array(rows));
      this.lengths = grown(this.lengths, new Uint16Array(rows));
      this.counts = grown(this.counts, new Uint32Array(rows * channels.length));
    }
    if ((this.free % page) + row.length > page) this.free = (Math.floor(this.free / page) + 1) * page;
    const number = Math.floor(this.free / page);
    if (number === this.named.length) {
      this.named.push(new Uint16Array(page));
      if (this.valued) this.given.push(new Float64Array(page));
    }
    this.named[number]!.set(row, this.free % page);
    if (whole) this.given[number]!.set(whole, this.free % page);
    this.starts[at] = this.free;
    this.lengths[at] = row.length;
    this.free += row.length;
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
    for (const values of this.given) {
      if (values.some((value) => !Number.isSafeInteger(value * 10))) throw new RangeError('a value is too large to be counted exactly');
    }
    this.scale *= 10;
    for (const values of this.given) for (let i = 0; i < values.length; i += 1) values[i] = values[i]! * 10;
    this.slots = new Int32Array(this.slots.length / 2);
    this.rehash();
  }
}

const nothing = new Float64Array(0);

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

function grown<T extends Uint16Array | Uint32Array | Float64Array>(old: T, bigger: T): T {
  bigger.set(old as never);
  return bigger;
}
