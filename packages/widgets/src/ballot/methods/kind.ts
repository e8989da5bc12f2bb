import type { Ballot, Choice, Issue } from '@parvis/contract';
import type { Say } from '../../shared/messages.ts';
import type { shared } from '../../shared/shared.messages.ts';
import type { View } from '../../shared/views.ts';
import type { Access } from '../access/access.ts';
import type { fr } from '../ballot.messages.ts';
import type { State } from '../ballot.model.ts';
import type { fr as moreFr } from '../more.messages.ts';

export type BallotSay = Say<keyof typeof fr | keyof typeof moreFr | keyof typeof shared>;

/** What words and views need: where the person stands, the ballot and how its kind is filled in, the language of our sentences. */
export interface Model extends State {
  ballot: Ballot;
  kind: Kind;
  uid: string;
  say: BallotSay;
  lang: string;
  /** Level of the first heading. */
  level: number;
  /** The texts of the options open on demand. */
  folded: boolean;
}

/**
 * Changes the vote that is being made.
 * @param words said once, instead of where the person stands after another choice
 * @param focus what takes focus: an id without the widget's prefix
 */
export type Make = (change: Partial<State>, words?: string, focus?: string) => void;

/**
 * A family of methods: how such a ballot is filled in, and what that means in words. Pure, so that a plain page can show the
 * same. The control that a mistake about the i-th option leads to has the id `o` + i.
 */
export interface Kind extends Partial<Access> {
  /** How to fill the ballot in. */
  howTo(m: Model): string;
  /** Where the person stands: what is left, or what is too much and what to do about it. Empty: nothing needs saying. */
  standing(m: Model): string;
  /** The same for a bar. Absent: nothing is limited. */
  meter(m: Model): readonly [used: number, limit: number] | undefined;
  /** Something goes over a limit; the standing says what. */
  over(m: Model): boolean;
  choice(m: Model): Choice;
  /** Why the vote cannot be cast yet. */
  issues(m: Model): Issue[];
  /** Such a reason as a sentence that says what to do. */
  mistake(m: Model, issue: Issue): string;
  /** Which option it is about, by its place in the ballot. */
  culprit(m: Model, issue: Issue): number;
  /** What must be shown so that these reasons can be mended. Absent: nothing is ever hidden. */
  reveal?(m: Model, issues: readonly Issue[]): Partial<State>;
  /** The options and their controls. */
  view(m: Model, make: Make): View;
  /** Gives controls back the state that their attributes say, after an update. */
  settle?(root: ParentNode): void;
  /** What a vote says of an option besides naming it. */
  note(m: Model, choice: Choice, option: string): View;
  /** What a vote comes to. */
  total(m: Model, choice: Choice): string;
}
