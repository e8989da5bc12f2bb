import type { Ballot, CallContext } from '@parvis/contract';
import { isParvisError, ParvisError } from '@parvis/contract/errors';
import type { ParvisVotedEvent } from '../ballot/ballot.ts';
import { baseStyles } from '../shared/base.css.ts';
import { ParvisElement } from '../shared/element.ts';
import type { View } from '../shared/views.ts';
import type { fr as every } from './all.messages.ts';
import { commonRules } from './common.rules.ts';
import { atATime, atFirst, searchable } from './list.view.ts';
import type { ResultsPart } from './part.ts';
import { resultsStyles } from './results.css.ts';
import { fr } from './results.messages.ts';
import { rowsOf, takes, type Counted } from './results.model.ts';
import { laterView, resultsView, type Model } from './results.view.ts';

export type { ResultsPart } from './part.ts';

/**
 * What a vote came to: the outcome in a sentence, why each option was taken or not, all numbers by channel. Whoever doubts counts again on their own device.
 *
 * @slot - The fallback: a plain link that works without JavaScript. Also shown where a page forbids counting again.
 * @slot rule - A link to the town's own page on how votes are counted.
 * @slot contact - How to reach the organisers; shown when a count on the device differs.
 */
export class ParvisResults extends ParvisElement<keyof typeof every> {
  static override styles = [baseStyles, resultsStyles];
  static override sentences = fr;
  static override properties = {
    ballot: {},
    state: { state: true, attribute: false },
  };

  /** Brings what few pages need at once. Absent: only common rules are told, and nobody can count again. Rejects where the page forbids it. */
  static loadPart?: () => Promise<ResultsPart | undefined>;

  /** Id of the ballot in the consultation. Needed. */
  declare ballot: string;

  protected declare state: Pick<Model, 'search' | 'limit' | 'recount' | 'blocked' | 'files'>;
  #poll!: Ballot;
  /** Absent: the results may not be seen yet. */
  #counted: Counted | undefined;
  #part: ResultsPart | undefined;
  /** What is said of results that may not be seen yet. */
  #why: 'laterText' | 'tooFew' | 'afterVote' = 'laterText';

  constructor() {
    super();
    this.ballot = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('parvis-voted', this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('parvis-voted', this.#hear);
  }

  protected override get reloadOn(): readonly string[] {
    return [...super.reloadOn, 'ballot'];
  }

  protected override async load(context: CallContext): Promise<void> {
    const { consultation, ballot, source: { votes } } = this;
    if (!votes?.ballot || !votes.results) throw new ParvisError('unsupported');
    if (!ballot) throw new TypeError('Add ballot="…" to the tag.');
    const poll = await votes.ballot({ consultation, ballot }, context);
    const early = poll.results !== 'hidden' && poll.status === 'open' && (poll.results === 'live' ? 'tooFew' : 'afterVote');
    const part = early || poll.options.length > searchable ? await this.#load() : undefined;
    // What is sure to be refused is not asked: browsers tell every refusal as an error of the page.
    const results = (early || poll.status === 'closed') && await (early === 'afterVote'
      ? part?.afterVote(poll, { backend: this.backend, connect: (this.constructor as typeof ParvisResults).connect, context })
      : votes.results({ consultation, ballot }, context).catch(unlessEarly));
    const counted = results ? { ballot: poll, results, rows: rowsOf(poll, results) } : undefined;
    if (counted && isSeldom(counted) && !(await this.#load())) throw new ParvisError('offline');
    if (context.signal?.aborted) return;
    this.state?.recount?.stop();
    this.#poll = poll;
    this.#why = (part && early) || 'laterText';
    this.#counted = counted;
    // Only the part can show more of a long list.
    this.state = { search: '', limit: this.#part ? atFirst : Infinity, recount: undefined, blocked: false, files: false };
  }

  protected override view(): View {
    const { uid, language: lang, headingLevel: level, say, backend, state } = this;
    const part = this.#part;
    const counted = this.#counted;
    if (!counted) return laterView({ ballot: this.#poll, uid, level, say, lang }, this.#why);
    const { loadPart, connect } = this.constructor as typeof ParvisResults;
    const exported = typeof backend !== 'object' || backend.votes?.export;
    return resultsView({
      ...counted, ...state, uid, level, say, lang, part, words: part?.words ?? commonRules, backend, connect, more: Boolean(loadPart), slots: true,
      recountable: Boolean(loadPart && exported) && counted.ballot.status === 'closed',
    }, {
      search: (search) => this.#set({ search, limit: atFirst }),
      announce: (text) => this.announce(text),
      more: () => { this.#set({ limit: state.limit + atATime }); void this.focusOn(`i${state.limit}`); },
      recount: () => void this.#recount(counted),
      files: () => void this.#files(),
    });
  }

  #set(change: Partial<ParvisResults['state']>): void {
    this.state = { ...this.state, ...change };
  }

  /** A vote cast on this page may open the results. */
  readonly #hear = (event: Event): void => {
    const { consultation, ballot } = event as ParvisVotedEvent;
    if (consultation === this.consultation && ballot === this.ballot) void this.reload();
  };

  /** Undefined: the page forbids it, or it did not arrive. */
  async #load(): Promise<ResultsPart | undefined> {
    const { loadPart } = this.constructor as typeof ParvisResults;
    if (!this.#part) {
      this.#part = await loadPart?.().catch(() => undefined);
      this.#part?.dress(this.renderRoot as ShadowRoot);
    }
    this.learn(this.#part?.sentences ?? {});
    return this.#part;
  }

  async #files(): Promise<void> {
    const files = Boolean(await this.#load());
    this.#set({ files, blocked: !files });
    await this.focusOn(files ? 'files' : 'checked');
  }

  async #recount(counted: Counted): Promise<void> {
    const part = await this.#load();
    const { say, language: lang } = this;
    const recount = part?.recount({
      told: { ...counted, say, lang, words: part.words }, connect: (this.constructor as typeof ParvisResults).connect,
      backend: this.backend, uid: this.uid, level: this.headingLevel, context: this.context,
      changed: () => this.requestUpdate(),
      announce: (text) => this.announce(text),
    });
    this.#set({ recount, blocked: !recount });
    await this.focusOn(recount ? 'check' : 'checked');
    const results = await recount?.done;
    if (!recount || this.state.recount !== recount) return;
    if (results) this.#counted = { ...counted, results, rows: rowsOf(counted.ballot, results) };
    const { activeElement } = document;
    // Unless the person has gone on to something else in the page.
    if (activeElement === this || activeElement === document.body) {
      this.status = '';
      await this.focusOn('checked');
    } else this.announce(recount.words());
  }
}

/** What the widget's own sentences do not tell: seats, rules that few ballots use, channels counted as one, buildings. */
const isSeldom = ({ ballot, results }: Counted): boolean => {
  const rule = results.outcome?.counting.rule;
  return Boolean(results.merged || results.groups) || (rule !== undefined && (ballot.method === 'ranking' || takes(results) === 'seats' || !(`by-${rule}` in fr)));
};

function unlessEarly(error: unknown): undefined {
  if (!isParvisError(error) || error.code !== 'not-yet') throw error;
}
