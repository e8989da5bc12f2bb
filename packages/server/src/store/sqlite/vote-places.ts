import type { BallotDefinition } from '@parvis/contract';
import type { KeptVote } from '../store.ts';
import type { Engine } from './engine.ts';
import { Places } from './places.ts';
import { padded, roomOfChoice } from './room.ts';

/** The channel of a place where no vote is yet. */
export const unused = 'unused';
const longestChannel = 'assisted'.length;

/** A choice is as much longer as its channel is shorter, so that the two together are always as long. */
const row = (choice: string, channel: string, room: number): [choice: string, channel: string] => [padded(choice, room - channel.length), channel];

/** The places of votes with codes, in the table of all votes. */
export class VotePlaces {
  readonly #places: Places;
  readonly #rooms = new WeakMap<BallotDefinition, number>();

  constructor({ db }: Pick<Engine, 'db'>) {
    this.#places = new Places(db, {
      name: 'votes',
      free: `channel = '${unused}'`,
      size: 'octet_length(choice) + octet_length(channel)',
      codes: 'true',
      empty: (room) => row('', unused, room),
      padded: ([choice, channel], room) => row(String(choice), String(channel), room),
    });
  }

  keep(consultation: string, ballot: BallotDefinition, { choice, channel }: KeptVote): void {
    const room = this.#room(ballot);
    this.#places.fill(consultation, ballot.id, room, row(JSON.stringify(choice), channel, room));
  }

  prepare(consultation: string, ballot: BallotDefinition): void {
    this.#places.prepare(consultation, ballot.id, this.#room(ballot));
  }

  settle(consultation: string, ballot: string): void {
    this.#places.settle(consultation, ballot);
  }

  #room(ballot: BallotDefinition): number {
    const room = this.#rooms.get(ballot) ?? roomOfChoice(ballot) + longestChannel;
    this.#rooms.set(ballot, room);
    return room;
  }
}
