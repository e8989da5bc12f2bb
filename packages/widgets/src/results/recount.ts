import type { PartialBackend, Results } from '@parvis/contract';
import { ParvisError } from '@parvis/contract/errors';
import { findBackend } from '../shared/backends.ts';
import { copyText } from '../shared/keepsake.ts';
import { afterVote } from './after-vote.ts';
import { differences, type Difference, type Tallied } from './compare.ts';
import type { Counter } from './counters.ts';
import { filesView } from './files.ts';
import { moreTables } from './more-tables.view.ts';
import { partStyles } from './part.css.ts';
import type { Recount, RecountTask, ResultsPart } from './part.ts';
import { part as sentences } from './part.messages.ts';
import { recountView } from './recount.view.ts';
import { createSearch, fitting, moreView } from './search.ts';
import { everyRule } from './seldom.rules.ts';

/** Where a recount stands. `part`: how much is done, from 0 to 1. `moved`: votes were added while it ran. */
export type Check =
  | { step: 'halted' | 'unfinished' | 'moved' }
  | { step: 'running'; part: number; inPage: boolean }
  | { step: 'same'; votes: number }
  | { step: 'different'; found: readonly Difference[] };

type Votes = NonNullable<PartialBackend['votes']>;

export { pageCounter, workerCounter } from './counters.ts';
export { serveCounting } from './counter.ts';

export interface PartSettings {
  /** Starts who counts, apart from the page where it can be. Rejects where the page allows nothing. */
  startCounter(): Promise<Counter>;
  /** Makes a backend of a web address, with the verb `export`. */
  connect?: (base: URL) => PartialBackend;
}

/** See `ResultsPart`. */
export const createPart = (settings: PartSettings): ResultsPart => ({
  sentences, moreView, words: everyRule, fitting, searchView: createSearch(), moreTables,
  afterVote: (ballot, task) => afterVote(ballot, { ...task, connect: settings.connect ?? task.connect }),
  filesView: (m) => filesView(m, settings.connect ?? m.connect),
  recount: (task) => startRecount(task, settings),
  dress(root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(String(partStyles));
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  },
});

/** Votes asked for at a time: many enough for a slow network, few enough that reading one page does not stop an old phone. */
const pageSize = 2_000;
/** How much of the whole is reading the votes; the rest is counting. */
const reading = 0.6;

/** Reads all votes, counts them, compares with what is published then. */
function startRecount(task: RecountTask, { startCounter, connect }: PartSettings): Recount {
  const { told: { ballot, results: shown, say } } = task;
  const run = new AbortController();
  const context = { ...task.context, signal: run.signal };
  task.context.signal?.addEventListener('abort', () => run.abort(), { once: true });
  let check: Check = { step: 'running', part: 0, inPage: false };

  const set = (next: Check) => {
    check = next;
    task.changed();
  };
  const copy = async (lines: string) => task.announce(say((await copyText(lines)) ? 'copiedLines' : 'copyFailedLines'));
  return {
    view: () => recountView({ ...task, check }, { stop: () => run.abort(), copy: (lines) => void copy(lines) }),
    running: () => check.step === 'running',
    stop: () => run.abort(),
    words: () => say(check.step === 'running' ? 'counting' : check.step),
    done: work(),
  };

  async function work(): Promise<Results | undefined> {
    try {
      task.announce(say('counting'));
      const { votes = {} } = await findBackend(task.backend, connect ?? task.connect);
      const counter = await startCounter();
      try {
        const counted = await count(votes, counter);
        const latest = await call(votes.results)({ consultation: ballot.consultation, ballot: ballot.id }, context);
        const found = differences(latest, counted);
        set(!found[0] ? { step: 'same', votes: counted.voters.total } : latest.etag === shown.etag ? { step: 'different', found } : { step: 'moved' });
        return latest;
      } finally {
        counter.stop();
      }
    } catch {
      set({ step: run.signal.aborted ? 'halted' : 'unfinished' });
      return undefined;
    }
  }

  async function count(votes: Votes, counter: Counter): Promise<Tallied> {
    const counted = new Promise<Tallied>((resolve, reject) => {
      run.signal.addEventListener('abort', () => reject(new ParvisError('aborted')));
      counter.hear = (answer) => {
        if ('part' in answer) progress(reading + (1 - reading) * answer.part, counter);
        if ('recount' in answer) resolve(answer.recount);
        if ('fault' in answer) reject(new Error(answer.fault));
      };
    });
    // Until it is awaited below, a failure of the reading comes first.
    counted.catch(() => undefined);
    counter.tell({ ballot, counting: shown.outcome?.counting });
    let read = 0;
    let cursor: string | undefined;
    do {
      const page = await call(votes.export)({ consultation: ballot.consultation, ballot: ballot.id, limit: pageSize, ...(cursor !== undefined && { cursor }) }, context);
      counter.tell({ votes: page.items });
      read += page.items.length;
      progress(reading * Math.min(1, read / (shown.voters.total || 1)), counter);
      cursor = page.next;
    } while (cursor !== undefined);
    counter.tell({ end: true });
    return counted;
  }

  function progress(part: number, { inPage }: Counter): void {
    if (check.step !== 'running') return;
    if (part >= 0.5 && check.part < 0.5) task.announce(say('half'));
    // A per cent at a time is enough to see it move.
    if (part - check.part >= 0.01 || inPage !== check.inPage) set({ step: 'running', part, inPage });
  }
}

function call<V>(verb: V | undefined): V {
  if (!verb) throw new ParvisError('unsupported');
  return verb;
}
