import { type PropertyValues } from 'lit';
import type { Ballot, CallContext, Choice, ErrorCode, Issue, Receipt, Results } from '@parvis/contract';
import { groupCode } from '@parvis/contract/codes';
import { isParvisError, ParvisError } from '@parvis/contract/errors';
import { validateVote } from '@parvis/contract/vote-rules';
import { baseStyles } from '../shared/base.css.ts';
import { ParvisElement } from '../shared/element.ts';
import { copyText, printSheet } from '../shared/keepsake.ts';
import { date } from '../shared/messages.ts';
import { keep, kept } from '../shared/store.ts';
import type { View } from '../shared/views.ts';
import { castOnce, draftName, voteName, type Act, type Kept, type Outcome } from './ballot.cast.ts';
import { ballotStyles } from './ballot.css.ts';
import { fr } from './ballot.messages.ts';
import { choiceOf, choose, draftOf, shownMethods, takeUp, type Draft } from './ballot.model.ts';
import { changeSentences, moneyOf, standing } from './ballot.words.ts';
import { chooseView, type Choosing, type Setting } from './choose.view.ts';
import { doneView, receiptLines, standView, type Done } from './outcome.view.ts';
import { chosenIn, reviewView, totalOf, type Reviewing } from './review.view.ts';

/** How long to wait after the last choice before what is left is said. */
const pause = 450;

const warn = (event: Event): void => event.preventDefault();

/** What a widget shows of one ballot; replaced as a whole when another ballot loads. */
interface State {
  chosen: readonly string[];
  step: 'choose' | 'review' | 'blank';
  issues: readonly Issue[];
  news?: Choosing['news'];
  /** Choices are kept in memory only. */
  loose: boolean;
  /** A vote without a known answer, why, and whether it outlives the page. */
  act?: Act | undefined;
  code?: ErrorCode | undefined;
  safe: boolean;
  trouble: string;
  receipt?: Receipt | undefined;
  voted: boolean;
  fresh: boolean;
  /** The vote came after closing; `sent` before as well, so nobody knows. */
  late?: 'lost' | 'unsure';
  results?: Results | undefined;
}

const start: State = { chosen: [], step: 'choose', issues: [], loose: false, safe: true, trouble: '', voted: false, fresh: false };

/**
 * A ballot: choose, review, vote, keep the receipt. A vote counts once, whatever happens on the way.
 *
 * @slot - The fallback: a plain link that works without JavaScript.
 * @event {ParvisVotedEvent} parvis-voted - A vote arrived. It never says what was voted.
 */
export class ParvisBallot extends ParvisElement<keyof typeof fr> {
  static override styles = [baseStyles, ballotStyles];
  static override sentences = fr;
  static override properties = {
    ballot: {},
    poll: { state: true, attribute: false },
    state: { state: true, attribute: false },
  };

  /** Id of the ballot in the consultation. */
  declare ballot: string;

  protected declare poll: Ballot;
  protected declare state: State;
  #sending = false;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.ballot = '';
    this.state = start;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#saying);
    removeEventListener('beforeunload', warn);
  }

  protected override get reloadOn(): readonly string[] {
    return [...super.reloadOn, 'ballot'];
  }

  protected override async load(context: CallContext): Promise<void> {
    const { consultation, ballot, source: { votes } } = this;
    if (!votes?.ballot || !votes.cast) throw new ParvisError('unsupported');
    if (!ballot) throw new TypeError('no ballot. Add ballot="…" to the tag.');
    const poll = await votes.ballot({ consultation, ballot }, context);
    const [record, draft] = await Promise.all([kept<Kept>(voteName(poll)), kept<Draft>(draftName(poll))]);
    if (consultation !== this.consultation || ballot !== this.ballot) return;
    this.poll = poll;
    this.state = { ...start, act: record?.act, receipt: record?.receipt, voted: Boolean(record?.voted) };
    if (draft) this.#takeUp(draft);
    if (this.#over) void this.#loadResults(poll);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { chosen, act } = this.state;
    for (const input of this.renderRoot.querySelectorAll('input')) input.checked = chosen.includes(input.value);
    const unfinished = this.phase === 'ready' && !this.#over && (act || chosen.length > 0);
    if (unfinished) addEventListener('beforeunload', warn);
    else removeEventListener('beforeunload', warn);
  }

  /** Nothing is left to do here: voted, or closed. */
  get #over(): boolean {
    const { receipt, voted, act } = this.state;
    return Boolean(receipt) || voted || (this.poll.status === 'closed' && !act);
  }

  get #setting(): Setting {
    return { ballot: this.poll, uid: this.uid, say: this.say, lang: this.language, level: this.headingLevel };
  }

  get #choice(): Choice {
    const { act, step, chosen } = this.state;
    return act?.choice ?? (step === 'blank' ? { blank: true } : choiceOf(this.poll, chosen));
  }

  protected override view(): View {
    const { poll, state, say } = this;
    const setting = this.#setting;
    if (state.receipt || state.voted) return doneView({ ...setting, ...this.#done }, () => void this.#copy(), () => this.#printReceipt());
    if (!state.act) {
      const stand = this.#stand();
      if (stand) return standView({ ...setting, ...stand, results: state.results });
    }
    if (state.act || state.step !== 'choose') {
      return reviewView(this.#reviewing, { cast: () => void this.#cast(), change: () => this.#go('choose'), print: () => this.#printChoice() });
    }
    return chooseView({ ...setting, ...state, news: state.news }, {
      choose: (id) => this.#choose(choose(poll, state.chosen, id)),
      clear: () => { this.#choose([]); this.announce(say('cleared')); void this.focusOn('choices'); },
      review: () => this.#go('review'),
      blank: () => this.#go('blank'),
    });
  }

  /** Why the ballot cannot be filled in here or now. */
  #stand(): { title: string; text: string; list?: boolean } | undefined {
    const { say, poll, language: lang, state: { late } } = this;
    const { status, opensAt, closesAt, options, method, eligibility } = poll;
    if (status === 'closed') {
      const when = closesAt ? say('closedText', { date: date(closesAt, lang) }) : '';
      return { title: say('closedTitle'), text: late ? say(late === 'lost' ? 'closedLate' : 'closedUnsure') : when };
    }
    if (options.length === 0) return { title: say('emptyTitle'), text: say('emptyText') };
    if (!shownMethods.includes(method)) return { title: say('unableTitle'), text: say('unableText'), list: true };
    if (eligibility === 'code') return { title: say('codeTitle'), text: say('codeText'), list: true };
    if (status === 'upcoming') return { title: say('upcomingTitle'), text: opensAt ? say('upcomingText', { date: date(opensAt, lang) }) : say('upcomingSoon'), list: true };
    return undefined;
  }

  get #done(): Done {
    return { ...this.#setting, receipt: this.state.receipt, fresh: this.state.fresh, results: this.state.results };
  }

  get #reviewing(): Reviewing {
    const { say, state: { act, code, safe, trouble, chosen } } = this;
    const why = code === 'offline' ? 'unsureOffline' : code === 'quota' ? 'busyText' : 'unsureText';
    return { ...this.#setting, choice: this.#choice, drops: chosen.length > 0, unsure: act && { text: say(why), kept: safe }, trouble };
  }

  #set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  #choose(chosen: readonly string[]): void {
    const { poll } = this;
    // A mistake that is mended goes away; a new one is only told at the review.
    const issues = this.state.issues.length > 0 ? validateVote(poll, choiceOf(poll, chosen)) : [];
    this.#set({ chosen, issues });
    void keep(draftName(poll), draftOf(poll, chosen)).then((safe) => this.#set({ loose: !safe }));
    clearTimeout(this.#saying);
    if (poll.method === 'approval' || poll.method === 'budget') {
      this.#saying = setTimeout(() => this.announce(standing(poll, chosen, this.say, this.language).join(' ')), pause);
    }
  }

  #go(step: State['step']): void {
    if (this.#sending) return;
    clearTimeout(this.#saying);
    this.status = '';
    const issues = step === 'review' ? validateVote(this.poll, choiceOf(this.poll, this.state.chosen)) : [];
    this.#set(issues.length > 0 ? { issues } : { issues, step, trouble: '', news: undefined });
    void this.focusOn(issues.length > 0 ? 'errors' : 'title');
  }

  async #cast(): Promise<void> {
    const { poll, source: { votes }, state: { act } } = this;
    if (this.#sending || !votes?.cast) return;
    this.#sending = true;
    this.announce(this.say('sending'));
    const outcome = await castOnce(votes.cast, poll, this.#choice, act, this.context);
    this.#sending = false;
    if (outcome.kind === 'received') this.dispatchEvent(new ParvisVotedEvent(poll.consultation, poll.id));
    if (poll !== this.poll) return;
    this.status = '';
    if (outcome.kind === 'refused') await this.#refused(outcome.error.code, outcome.error.issues, Boolean(act));
    else this.#show(outcome);
  }

  #show(outcome: Exclude<Outcome, { kind: 'refused' }>): void {
    const done = { act: undefined, trouble: '', fresh: true };
    if (outcome.kind === 'received') this.#set({ ...done, receipt: outcome.receipt });
    else if (outcome.kind === 'voted') this.#set({ ...done, fresh: false, voted: true });
    else if (outcome.kind === 'unsure') this.#set({ act: outcome.act, code: outcome.code, safe: outcome.safe, trouble: '' });
    else this.#set({ act: outcome.act });
    if (this.#over) void this.#loadResults(this.poll);
    void this.focusOn('title');
  }

  async #refused(code: ErrorCode, issues: readonly Issue[], again: boolean): Promise<void> {
    this.#set({ act: undefined });
    if (code === 'closed' || code === 'not-yet') {
      this.poll = { ...this.poll, status: code === 'closed' ? 'closed' : 'upcoming' };
      this.#set({ late: again ? 'unsure' : 'lost' });
      return this.focusOn('stand');
    }
    if (code === 'rules-changed') return this.#renew();
    const choice = issues.filter((issue) => issue.pointer.startsWith('/choice'));
    if (choice.length > 0) {
      this.#set({ step: 'choose', issues: choice });
      return this.focusOn('errors');
    }
    return this.#trouble(this.say(code === 'not-eligible' ? 'notEligible' : 'refused'));
  }

  #trouble(trouble: string): Promise<void> {
    this.#set({ trouble });
    return this.focusOn('trouble');
  }

  /** The ballot changed under the voter: the new one, the choices that still exist, and what is different. */
  async #renew(): Promise<void> {
    const before = this.poll;
    const draft = draftOf(before, this.state.chosen);
    try {
      const poll = await this.source.votes?.ballot?.({ consultation: before.consultation, ballot: this.ballot }, this.context);
      if (!poll || before !== this.poll) return;
      this.poll = poll;
      this.#takeUp(draft, true);
      await this.focusOn('news');
    } catch (error) {
      if (isParvisError(error) && before === this.poll) await this.#trouble(this.troubleText(error));
    }
  }

  #takeUp(draft: Draft, refused = false): void {
    const { say, poll, language } = this;
    const { chosen, changes } = takeUp(draft, poll);
    const lines = [...(refused ? [say('notTaken')] : []), ...(changes ? changeSentences(changes, poll, say, language) : []), say('changedText')];
    const news = changes || refused ? { title: say('changedTitle'), lines } : { title: say('givenBack'), lines: [say('givenBackText')] };
    this.#set({ chosen, step: 'choose', issues: [], news: draft.chosen.length > 0 || refused ? news : undefined });
  }

  async #loadResults(poll: Ballot): Promise<void> {
    if (poll.results === 'hidden' && poll.status !== 'closed') return;
    // Results are an extra: without them the receipt still stands.
    const results = await this.source.votes?.results?.({ consultation: poll.consultation, ballot: this.ballot }, this.context).catch(() => undefined);
    if (poll === this.poll) this.#set({ results });
  }

  async #copy(): Promise<void> {
    const done = await copyText(groupCode(this.state.receipt?.receipt ?? ''));
    this.announce(this.say(done ? 'copied' : 'copyFailed'));
  }

  #printReceipt(): void {
    const done = { ...this.#done, results: undefined };
    printSheet(this.say('receiptTitle'), [...receiptLines(done), `${this.say('receipt')} ${groupCode(done.receipt?.receipt ?? '')}`], this.language);
  }

  #printChoice(): void {
    const { poll, language } = this;
    const review = this.#reviewing;
    const cost = (minor: number | undefined) => (minor === undefined ? '' : ` — ${moneyOf(poll, minor, language)}`);
    const lines = chosenIn(review).map((o) => `☑ ${o.number}. ${o.label}${cost(o.cost)}`);
    printSheet(poll.title, lines.length > 0 ? [...lines, totalOf(review)] : [this.say('blankText')], language);
  }
}

/** A vote arrived. Its ids only: nothing in the page learns what was voted. */
export class ParvisVotedEvent extends Event {
  readonly consultation: string;
  readonly ballot: string;

  constructor(consultation: string, ballot: string) {
    super('parvis-voted', { bubbles: true, composed: true });
    this.consultation = consultation;
    this.ballot = ballot;
  }
}
