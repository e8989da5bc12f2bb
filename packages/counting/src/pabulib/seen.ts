/** So many ids are compared with each other; of a longer file, those that come first. It keeps the memory within 64 MB. */
export const mostSeen = 2 ** 22;

/**
 * Which ids have come before. Kept as fingerprints of 63 bits, since a file may have millions: two that are not the same are taken for the same about
 * once in a million files of that size.
 */
export class SeenIds {
  private size = 0;
  /** Two halves per place, both 0 for none. */
  private slots = new Uint32Array(2 ** 11);

  /** Whether it was there; from now on it is. */
  add(id: string): boolean {
    const [place, mark] = fingerprint(id);
    if (this.find(place, mark)) return true;
    if (this.size === mostSeen) return false;
    if (this.size * 4 >= this.slots.length) this.grow();
    this.put(place, mark);
    this.size += 1;
    return false;
  }

  private find(place: number, mark: number): boolean {
    for (let at = this.first(place); this.slots[at + 1] !== 0; at = (at + 2) % this.slots.length) {
      if (this.slots[at] === place && this.slots[at + 1] === mark) return true;
    }
    return false;
  }

  private put(place: number, mark: number): void {
    let at = this.first(place);
    while (this.slots[at + 1] !== 0) at = (at + 2) % this.slots.length;
    this.slots[at] = place;
    this.slots[at + 1] = mark;
  }

  private first(place: number): number {
    return (place * 2) % this.slots.length;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) this.put(old[at]!, old[at + 1]!);
  }
}

/** FNV-1a, and a multiplicative hash that is never 0. */
function fingerprint(id: string): [place: number, mark: number] {
  let [a, b] = [0x811c9dc5, id.length];
  for (let i = 0; i < id.length; i += 1) {
    const sign = id.charCodeAt(i);
    a = Math.imul(a ^ sign, 0x01000193);
    b = Math.imul(b ^ sign, 0x5bd1e995);
    b ^= b >>> 15;
  }
  a ^= a >>> 16;
  return [Math.imul(a, 0x85ebca6b) >>> 0, (Math.imul(b, 0xc2b2ae35) | 1) >>> 0];
}
