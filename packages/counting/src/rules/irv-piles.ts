import type { Election } from '../election.ts';

/** Votes in piles, each on that of the first option it names that still stands. Withdrawn options do not stand. */
export class Piles {
  /** How many votes lie on each pile; 0 for an option that does not stand. */
  readonly votes: Float64Array;
  private readonly election: Election;
  private readonly stands: boolean[];
  private readonly piles: number[][];
  /** For every vote of the table the place in it up to which it has been used. */
  private readonly used: Uint16Array;

  constructor(election: Election) {
    const { options, votes } = election;
    this.election = election;
    this.stands = options.map(({ withdrawn }) => !withdrawn);
    this.votes = new Float64Array(options.length);
    this.piles = options.map(() => []);
    this.used = new Uint16Array(votes.size);
    for (let at = 0; at < votes.size; at += 1) this.lay(at);
  }

  /** Votes of the options that stand, by id. */
  totals(): Record<string, number> {
    return Object.fromEntries(this.election.options.flatMap(({ id }, i) => (this.stands[i] ? [[id, this.votes[i]!]] : [])));
  }

  /** An option goes out: its votes go on to the next they name, or are used up. */
  remove(option: number): void {
    this.stands[option] = false;
    this.votes[option] = 0;
    for (const at of this.piles[option]!.splice(0)) this.lay(at);
  }

  private lay(at: number): void {
    const { votes } = this.election;
    const named = votes.options(at);
    let place = this.used[at]!;
    while (place < named.length && !this.stands[named[place]!]) place += 1;
    this.used[at] = place;
    const option = named[place];
    if (option === undefined) return;
    this.votes[option]! += votes.count(at);
    this.piles[option]!.push(at);
  }
}
