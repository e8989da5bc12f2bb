import { html, nothing, type PropertyValues } from 'lit';
import type { CallContext, Contribution, Issue, Progress, Timeline } from '@parvis/contract';
import { normalizeCode } from '@parvis/contract/codes';
import { isParvisError, ParvisError } from '@parvis/contract/errors';
import { baseStyles } from '../shared/base.css.ts';
import { ParvisElement } from '../shared/element.ts';
import { fieldStyles } from '../shared/fields.css.ts';
import { selectStyles } from '../shared/select.css.ts';
import { deviceMark, keep, kept } from '../shared/store.ts';
import { troubleText } from '../shared/trouble.ts';
import type { View } from '../shared/views.ts';
import { codeView } from './code.view.ts';
import { feedbackStyles } from './feedback.css.ts';
import { fr } from './feedback.messages.ts';
import { anchorOf, checkFollow, idIn, type FollowDraft } from './feedback.model.ts';
import { listView } from './list.view.ts';
import { timelineView } from './timeline.view.ts';

/** What this device did about one contribution. `sequence` grows with each change of mind. */
interface Trace {
  useful?: boolean;
  email?: string;
  sequence: number;
}

/** How long to wait after the last letter before searching. */
const pause = 500;

/**
 * What became of it all: the list of "you said / we did", and the timeline of one contribution by id or tracking code.
 *
 * @slot - The fallback: a plain link that works without JavaScript.
 */
export class ParvisFeedback extends ParvisElement<keyof typeof fr> {
  static override styles = [baseStyles, fieldStyles, selectStyles, feedbackStyles];
  static override sentences = fr;
  static override properties = {
    contribution: {},
    items: { state: true, attribute: false },
    timeline: { state: true, attribute: false },
    state: { state: true, attribute: false },
  };

  /** Id of one contribution: only its timeline is shown. Absent: the list. */
  declare contribution: string | undefined;

  protected declare items: readonly Contribution[];
  protected declare timeline: Timeline | undefined;
  /** What is written and chosen, and what went wrong with it. */
  protected declare state: { search: string; progress: Progress | ''; code: string; codeError: string; follow: FollowDraft; issues: readonly Issue[]; trouble: string };
  #next: string | undefined;
  #trace: Trace = { sequence: 0 };
  #searching: ReturnType<typeof setTimeout> | undefined;
  #search = 0;

  constructor() {
    super();
    this.items = [];
    this.state = { search: '', progress: '', code: '', codeError: '', follow: { email: '', consent: false }, issues: [], trouble: '' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#navigate);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#navigate);
    clearTimeout(this.#searching);
  }

  protected override get reloadOn(): readonly string[] {
    return [...super.reloadOn, 'contribution'];
  }

  protected override async load(context: CallContext): Promise<void> {
    if (!this.source.feedback?.list) throw new ParvisError('unsupported');
    this.timeline = undefined;
    if (this.contribution) await this.#open({ id: this.contribution }, context);
    else await this.#fetch(false, context);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('phase') && this.phase === 'ready' && !this.contribution && idIn(location.hash)) this.#navigate();
  }

  protected override view(): View {
    const { uid, say, language: lang, headingLevel: level, state } = this;
    if (this.timeline) {
      const { useful, email } = this.#trace;
      const followed = email !== undefined;
      return timelineView({ timeline: this.timeline, useful, followed, follow: followed ? { email, consent: true } : state.follow, issues: state.issues, trouble: state.trouble, uid, level, lang, say }, {
        ...(!this.contribution && { back: () => this.#back() }),
        rate: this.source.feedback?.rate && ((yes) => void this.#rate(yes)),
        changeFollow: (part) => this.#set({ follow: { ...this.state.follow, ...part } }),
        follow: (yes) => void this.#follow(yes),
      });
    }
    const page = location.href.split('#')[0] ?? '';
    return html`
      ${listView({ items: this.items, more: this.#next !== undefined, search: state.search, progress: state.progress, page, uid, level, lang, say }, {
        search: (search) => { this.#set({ search }); this.#later(); },
        progress: (progress) => { this.#set({ progress }); void this.#find(); },
        clear: () => { this.#set({ search: '', progress: '' }); void this.#find().then(() => this.focusOn('search')); },
        more: () => void this.#more(),
      })}
      ${this.source.feedback?.follow ? codeView({ code: state.code, error: state.codeError, uid, level, say }, (code) => this.#set({ code }), () => void this.#findByCode()) : nothing}`;
  }

  #set(part: Partial<typeof this.state>): void {
    this.state = { ...this.state, ...part };
  }

  async #fetch(more: boolean, context: CallContext): Promise<void> {
    const { search, progress } = this.state;
    const turn = ++this.#search;
    const page = await this.source.feedback?.list?.({
      consultation: this.consultation,
      ...(search.trim() && { q: search.trim() }),
      ...(progress && { progress }),
      ...(more && { cursor: this.#next }),
    }, context);
    if (!page || turn !== this.#search) return;
    this.#next = page.next;
    this.items = more ? [...this.items, ...page.items] : page.items;
    if (search || progress) this.announce(this.items.length > 0 ? this.say('found', { n: page.total ?? this.items.length }) : this.say('foundNone'));
  }

  #later(): void {
    clearTimeout(this.#searching);
    this.#searching = setTimeout(() => void this.#find(), pause);
  }

  async #find(more = false): Promise<void> {
    try {
      await this.#fetch(more, this.context);
    } catch (error) {
      this.announce(this.#words(error));
    }
  }

  /** The button that was pressed may be gone: focus goes to the first of the new entries. */
  async #more(): Promise<void> {
    const before = this.items.length;
    await this.#find(true);
    const first = this.items[before];
    if (first) await this.focusOn(`item-${first.id}`);
  }

  /** Shows what the address points at: a timeline, or the list again. */
  readonly #navigate = (): void => {
    if (this.phase !== 'ready' || this.contribution) return;
    const id = idIn(location.hash);
    if (id && id !== this.timeline?.id) void this.#show({ id });
    else if (!id && this.timeline) this.#list();
  };

  async #open(which: { id: string } | { trackingCode: string }, context: CallContext): Promise<void> {
    const timeline = await this.source.feedback?.timeline?.({ consultation: this.consultation, ...which }, context);
    if (!timeline) throw new ParvisError('unsupported');
    this.#trace = (await kept<Trace>(this.#traceOf(timeline.id))) ?? { sequence: 0 };
    this.#set({ follow: { email: '', consent: false }, issues: [], trouble: '' });
    this.status = '';
    this.timeline = timeline;
  }

  async #show(which: { id: string } | { trackingCode: string }): Promise<boolean> {
    try {
      await this.#open(which, this.context);
      await this.focusOn('timeline');
      return true;
    } catch (error) {
      if ('trackingCode' in which && isParvisError(error) && error.code === 'not-found') return false;
      this.announce(isParvisError(error) && error.code === 'not-found' ? this.say('foundNone') : this.#words(error));
      return true;
    }
  }

  async #findByCode(): Promise<void> {
    // Copied with its label, it is still the code.
    const trackingCode = normalizeCode(this.state.code.replace(/^.*:/s, ''));
    this.#set({ codeError: trackingCode ? '' : this.say('codeMissing') });
    if (trackingCode && (trackingCode.length > 40 || !(await this.#show({ trackingCode })))) this.#set({ codeError: this.say('codeUnknown') });
    if (this.state.codeError) await this.focusOn('code');
  }

  /** Back to the list, to the entry one came from. */
  #list(): void {
    const id = this.timeline?.id;
    this.timeline = undefined;
    void this.focusOn(this.items.some((i) => i.id === id) ? `item-${id}` : 'title');
  }

  #back(): void {
    const shown = this.timeline && location.hash === anchorOf(this.timeline.id);
    if (shown) history.pushState(null, '', location.href.split('#')[0]);
    this.#list();
  }

  #traceOf(id: string): string {
    return `feedback/${this.consultation}/${id}`;
  }

  async #rate(useful: boolean): Promise<void> {
    const { timeline, source: { feedback } } = this;
    if (!timeline) return;
    const before = this.#trace;
    const sequence = before.sequence + 1;
    const note = (trace: Trace) => {
      this.#trace = trace;
      this.requestUpdate();
      return keep(this.#traceOf(timeline.id), trace);
    };
    try {
      // Counted before it leaves: a later opinion must carry a higher number, also when this answer is lost.
      await note({ ...before, useful, sequence });
      await feedback?.rate?.({ consultation: this.consultation, id: timeline.id, useful, mark: await deviceMark(), sequence }, this.context);
      this.announce(this.say('thanks'));
    } catch {
      await note({ ...before, sequence });
      this.announce(this.say('rateFailed'));
    }
  }

  async #follow(follow: boolean): Promise<void> {
    const { timeline, source: { feedback } } = this;
    if (!timeline) return;
    const draft = follow ? this.state.follow : { email: this.#trace.email ?? '', consent: true };
    const issues = checkFollow(draft);
    this.#set({ issues, trouble: '' });
    if (issues.length > 0) return this.focusOn('mistakes');
    const email = draft.email.trim();
    const sequence = this.#trace.sequence + 1;
    // Counted before it leaves: a later wish must carry a higher number, also when this answer is lost.
    this.#trace = { ...this.#trace, sequence };
    try {
      await keep(this.#traceOf(timeline.id), this.#trace);
      await feedback?.follow?.({ consultation: this.consultation, id: timeline.id, contact: { email, consent: true }, follow, mark: await deviceMark(), sequence }, this.context);
      const { email: _forgotten, ...rest } = this.#trace;
      this.#trace = follow ? { ...rest, email } : rest;
      await keep(this.#traceOf(timeline.id), this.#trace);
      if (!follow) this.#set({ follow: { email: '', consent: false } });
      this.requestUpdate();
      this.announce(follow ? this.say('followed', { email }) : this.say('unfollowed'));
      await this.focusOn('follow');
    } catch (error) {
      this.#set({ trouble: this.#words(error) });
    }
  }

  #words(error: unknown): string {
    return troubleText(isParvisError(error) ? error : new ParvisError('backend-fault'), this.say);
  }
}
