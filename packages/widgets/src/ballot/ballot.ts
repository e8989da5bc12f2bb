import { type PropertyValues } from 'lit';
import type { Ballot, CallContext, Choice, Issue, Method, Voter } from '@parvis/contract';
import { isParvisError, ParvisError } from '@parvis/contract/errors';
import { baseStyles } from '../shared/base.css.ts';
import { ParvisElement } from '../shared/element.ts';
import { date } from '../shared/messages.ts';
import { keep, kept } from '../shared/store.ts';
import type { View } from '../shared/views.ts';
import { castOnce, draftName, voteName } from './ballot.cast.ts';
import { ballotStyles } from './ballot.css.ts';
import { fr } from './ballot.messages.ts';
import { folds, start, stillThere, type Draft, type Kept, type Message, type State } from './ballot.model.ts';
import { receiptCode } from './ballot.words.ts';
import { chooseView } from './choose.view.ts';
import type { Kind, Make, Model } from './methods/kind.ts';
import type { fr as moreFr } from './more.messages.ts';
import type { More } from './more.ts';
import { ticks } from './methods/ticks.ts';
import { doneView, standView } from './outcome.view.ts';
import { reviewView } from './review.view.ts';

/** What `ticks` fills in; the other methods come with `loadMore`. */
const ticked: readonly Method[] = ['single', 'approval', 'budget', 'yes-no'];

/** How long to wait after the last choice before what is left is said, in milliseconds. */
const pause = 450;

/**
 * A ballot: choose, review, vote, keep the receipt. A vote counts once, whatever happens on the way.
 *
 * @slot - The fallback: a plain link that works without JavaScript.
 * @event {ParvisVotedEvent} parvis-voted - A vote arrived. Says of which ballot, never what was voted.
 */
export class ParvisBallot extends ParvisElement<keyof typeof fr | keyof typeof moreFr> {
  static override styles = [baseStyles, ballotStyles];
  static override sentences = fr;
  static override properties = {
    ballot: {},
    poll: { state: true, attribute: false },
    state: { state: true, attribute: false },
  };

  /** Brings what only some ballots need: the methods that are more than ticking. Absent: such a ballot says that it cannot be shown. */
  static loadMore?: () => Promise<More>;

  /** Id of the ballot in the consultation. Needed. */
  declare ballot: string;

  protected declare poll: Ballot;
  protected declare state: State;
  /** How the ballot is filled in; absent where this page cannot show such a ballot. */
  #kind: Kind | undefined;
  #sending = false;
  /** One for each element: another ballot of the page keeps its own warning. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Chrome asks only then, before version 119.
    event.returnValue = true;
  };
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.ballot = '';
    this.state = start;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#warn);
  }

  protected override get reloadOn(): readonly string[] {
    return [...super.reloadOn, 'ballot'];
  }

  protected override async load(context: CallContext): Promise<void> {
    const { consultation, ballot, say, source: { votes } } = this;
    if (!votes?.ballot || !votes.cast) throw new ParvisError('unsupported');
    if (!ballot) throw new TypeError('Add ballot="…" to the tag.');
    const poll = await votes.ballot({ consultation, ballot }, context);
    const kind = await this.#kindOf(poll);
    const record = await kept<Kept>(voteName(poll));
    const { poll: was, options = [], values = start.values }: Partial<Draft> = (await kept<Draft>(draftName(poll))) ?? {};
    if (context.signal?.aborted) return;
    this.poll = poll;
    this.#kind = kind;
    this.state = { ...start, ...record, chosen: stillThere(poll, options), values };
    const same = was?.rulesHash === poll.rulesHash;
    if (record?.act) this.#tell('warn', say('unsure'));
    else if (options[0]) this.#tell('info', say(same ? 'givenBack' : 'changed'), ...((!same && (await this.#more().catch(() => undefined))?.changes(this.#model, options, was)) || []));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { chosen, act } = this.state;
    // The attribute says what is chosen; a click has its own memory.
    for (const input of this.renderRoot.querySelectorAll('input')) input.checked = input.defaultChecked;
    this.#kind?.settle?.(this.renderRoot);
    const unfinished = this.isConnected && this.phase === 'ready' && !this.#over && (act ?? chosen[0]);
    (unfinished ? addEventListener : removeEventListener)('beforeunload', this.#warn);
  }

  /** Nothing is left to do here: voted, or closed. */
  get #over(): boolean {
    const { done, act } = this.state;
    return Boolean(done) || (this.poll.status === 'closed' && !act);
  }

  get #model(): Model {
    return { ...this.state, ballot: this.poll, kind: this.#kind ?? ticks, uid: this.uid, say: this.say, lang: this.language, level: this.headingLevel, folded: folds(this.poll) };
  }

  get #choice(): Choice {
    const model = this.#model;
    const { act, step } = model;
    return act?.choice ?? (step === 'blank' ? { blank: true } : model.kind.choice(model));
  }

  protected override view(): View {
    const model = this.#model;
    const make: Make = (...change) => this.#make(...change);
    if (model.done) return doneView(model, () => this.#copy(), () => this.#print('.pv-receipt p'), make);
    if (!model.act) {
      const message = this.#obstacle();
      if (message) return standView({ ...model, message: model.message ?? message });
    }
    if (model.act || model.step !== 'choose') {
      return reviewView(model, this.#choice, {
        make,
        cast: () => void this.#cast(),
        revise: () => this.#go('choose'),
        print: () => this.#print('.pv-chosen .pv-line, .pv-total'),
      });
    }
    return chooseView(model, { make, go: (step) => this.#go(step) });
  }

  /** Absent: nothing on this page knows how such a ballot is filled in. */
  async #kindOf(poll: Ballot): Promise<Kind | undefined> {
    const own = ticked.includes(poll.method) ? ticks : undefined;
    if (own && !poll.options[20] && !poll.order && poll.eligibility === 'open') return own;
    const more = await this.#more();
    return more?.kindFor(poll, own);
  }

  async #more(): Promise<More | undefined> {
    const more = await (this.constructor as typeof ParvisBallot).loadMore?.();
    if (more) {
      this.learn(more.sentences);
      more.dress(this.renderRoot as ShadowRoot);
    }
    return more;
  }

  /** Why the ballot cannot be filled in here or now. */
  #obstacle(): Message | undefined {
    const { say, poll: { status, opensAt, closesAt, options }, language } = this;
    if (status === 'closed') return ['info', say('closed'), closesAt && say('until', { date: date(closesAt, language) })];
    if (status === 'upcoming' || !options[0]) return ['info', say('upcoming'), opensAt && say('from', { date: date(opensAt, language) })];
    return this.#kind ? undefined : ['info', say('not-offered')];
  }

  get #issues(): State['issues'] {
    return this.#model.kind.issues(this.#model);
  }

  #set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  #tell(...message: Message): void {
    this.#set({ message });
  }

  /** Focus goes to what is new: mistakes, a message, or the heading of the step. */
  #land(): void {
    const { issues, message } = this.state;
    void this.focusOn(issues[0] ? 'errors' : message ? 'message' : 'title');
  }

  #make(...[change, words = '', focus]: Parameters<Make>): void {
    const { poll } = this;
    this.#set(change);
    const { chosen: options, values, issues } = this.state;
    // A mistake that is mended goes away; a new one is only told at the review.
    if (issues[0]) this.#set({ issues: this.#issues });
    // A search, a code or an opened text changes nothing of the vote.
    if (change.chosen || change.values) void keep(draftName(poll), { poll, options, values } satisfies Draft).then((safe) => this.#set({ loose: !safe }));
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      const said = words || (change.chosen && this.#model.kind.standing(this.#model));
      if (said) this.announce(said);
    }, pause);
    if (focus) void this.focusOn(focus);
  }

  #go(step: State['step']): void {
    if (this.#sending) return;
    clearTimeout(this.#saying);
    this.status = '';
    const issues = step === 'review' ? this.#issues : [];
    this.#set({ issues, message: undefined, step: issues[0] ? 'choose' : step, ...this.#model.kind.reveal?.(this.#model, issues) });
    this.#land();
  }

  async #cast(): Promise<void> {
    const { poll, say, source, state: { act } } = this;
    if (this.#sending || !source.votes?.cast) return;
    const { voter, issues = [] }: { voter?: Voter; issues?: Issue[] } = (!act && this.#kind?.who?.()) || {};
    this.#set({ issues });
    if (issues[0]) return this.#land();
    this.#sending = true;
    this.announce(say('sending'));
    try {
      const outcome = await castOnce(source.votes.cast, poll, this.#choice, act, this.context, voter);
      if (outcome.done) this.dispatchEvent(new ParvisVotedEvent(poll));
      if (poll !== this.poll) return;
      this.#set({ message: undefined, ...outcome });
      if (outcome.act) this.#tell('warn', say('unsure'));
    } catch (error) {
      if (poll !== this.poll || !isParvisError(error)) return;
      await this.#refused(error, Boolean(act));
    } finally {
      this.#sending = false;
    }
    this.status = '';
    this.#land();
  }

  /** The vote was not taken. `again`: it had been sent before, and may have arrived then. */
  async #refused(refusal: ParvisError, again: boolean): Promise<void> {
    const { say } = this;
    const { code, issues } = refusal;
    this.#set({ act: undefined, message: undefined });
    if (code === 'closed') {
      this.poll = { ...this.poll, status: 'closed' };
      return this.#tell('info', say('closed'), say(again ? 'lateUnsure' : 'late'));
    }
    const told = this.#kind?.refused?.(refusal);
    if (told) return this.#set(told);
    const mistakes = issues.filter((issue) => issue.pointer.startsWith('/choice'));
    if (mistakes[0]) return this.#set({ step: 'choose', issues: mistakes });
    if (code === 'rules-changed') {
      // The new ballot, with the choices that still exist; loading says what is different.
      const changed = await this.load(this.context).then(() => true, () => false);
      if (changed && !this.state.message) this.#tell('info', say('changed'));
      if (changed) return;
    }
    this.#tell('error', say('refused'));
  }

  /** Prints the parts of the screen that a person keeps. */
  #print(parts: string): void {
    this.#withMore((more) => more.print(this.poll.title, this.renderRoot.querySelectorAll(parts), this.language));
  }

  #copy(): void {
    this.#withMore(async (more) => this.announce(this.say(await more.copy(receiptCode(this.state)))));
  }

  #withMore(act: (more: More) => unknown): void {
    void this.#more().then((more) => void (more && act(more)), () => this.announce(this.say('offline')));
  }
}

/** A vote arrived. Its ids only: nothing in the page learns what was voted. */
export class ParvisVotedEvent extends Event {
  /** Id of the consultation. */
  readonly consultation: string;
  /** Id of the ballot. */
  readonly ballot: string;

  constructor({ consultation, id }: Ballot) {
    super('parvis-voted', { bubbles: true, composed: true });
    this.consultation = consultation;
    this.ballot = id;
  }
}
