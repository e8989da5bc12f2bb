import type { Ballot, CallContext, PartialBackend, Results } from '@parvis/contract';
import type { Messages } from '../shared/messages.ts';
import type { View } from '../shared/views.ts';
import type { ListHandlers } from './list.view.ts';
import type { Row } from './results.model.ts';
import type { Model } from './results.view.ts';
import type { RuleWords, Told } from './results.words.ts';

/**
 * What few pages need at once, so that the results arrive in the first round trip: the sentences of seldom rules and their rounds, searching, counting
 * again, files made in the page.
 */
export interface ResultsPart {
  /** How seldom rules are told. */
  words: RuleWords;
  /** In French, besides those the widget has. */
  sentences: Messages;
  /** Results for who has voted on this device; undefined: it has not, or they wait for more votes. */
  afterVote(ballot: Ballot, task: Pick<RecountTask, 'backend' | 'connect' | 'context'>): Promise<Results | undefined>;
  searchView(model: Model, on: ListHandlers): View;
  fitting(rows: readonly Row[], words: string): Row[];
  /** Brings the next of so many options. */
  moreView(model: Model, of: number, on: ListHandlers): View;
  /** Votes by round, votes by building: nothing where there are none. */
  moreTables(model: Model): View;
  /** Starts to count again. */
  recount(task: RecountTask): Recount;
  /** Files to take along: the backend's, or made in the page. */
  filesView(model: Model): View;
  /** The styles of all this. */
  dress(root: ShadowRoot): void;
}

/** What a recount needs of the widget around it. */
export interface RecountTask {
  told: Told;
  backend: string | PartialBackend | undefined;
  uid: string;
  /** Level of the first heading of the widget. */
  level: number;
  context: CallContext;
  /** Makes a backend of a web address, where the part has no way of its own. */
  connect: ((base: URL) => PartialBackend) | undefined;
  /** Another view is to be shown. */
  changed(): void;
  announce(text: string): void;
}

/** Counting again, under way or done. */
export interface Recount {
  view(): View;
  running(): boolean;
  /** What came of it. */
  words(): string;
  stop(): void;
  /** The results that are published when the count is done; undefined when it did not come so far. */
  done: Promise<Results | undefined>;
}
