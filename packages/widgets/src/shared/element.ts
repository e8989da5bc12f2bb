import { html, LitElement, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { isParvisError, type ParvisError } from '@parvis/contract/errors';
import type { CallContext, PartialBackend } from '@parvis/contract';
import { findBackend } from './backends.ts';
import { baseStyles } from './base.css.ts';
import { nextPrefix } from './ids.ts';
import { isRtl, sayIn, type Messages, type Say } from './messages.ts';
import { shared } from './shared.messages.ts';
import { button, heading, notice, waiting, type View } from './views.ts';

/** The language around an element, through shadow roots as well. No `lang` anywhere: French. */
function nearestLang(element: Element): string {
  const holder = element.closest<HTMLElement>('[lang]');
  if (holder?.lang) return holder.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : 'fr';
}

/** Where a widget stands before and beside its own task. `ready` hands over to the widget's own view. */
export type Phase = 'loading' | 'ready' | 'offline' | 'not-offered' | 'not-found' | 'failed';

/**
 * What all widgets share: finding the backend, loading and its failures, language, announcements, focus.
 * A widget says how to load and what to show; see `ballot/ballot.ts`.
 *
 * @slot - The fallback: a plain link that works without JavaScript. It stays until the widget is ready, and when it fails.
 * @cssproperty --parvis-surface - Background of the widget, and text on filled buttons.
 * @cssproperty --parvis-surface-2 - Background of quiet areas: notices, an option under the pointer.
 * @cssproperty --parvis-text - Text and headings.
 * @cssproperty --parvis-text-2 - Hints and details.
 * @cssproperty --parvis-line - Edge of the card, lines between parts.
 * @cssproperty --parvis-line-strong - Edges of what can be used: fields, options, buttons.
 * @cssproperty --parvis-accent - What can be used or is chosen: links, buttons, focus, bars.
 * @cssproperty --parvis-accent-2 - Background of what is chosen or under the pointer.
 * @cssproperty --parvis-ok - Headings and edges of what went well.
 * @cssproperty --parvis-ok-2 - Background of what went well.
 * @cssproperty --parvis-warn - Edges and words of warnings.
 * @cssproperty --parvis-warn-2 - Background of warnings.
 * @cssproperty --parvis-error - Words and edges of mistakes.
 * @cssproperty --parvis-error-2 - Background of mistakes.
 * @cssproperty [--parvis-focus=--parvis-accent] - Ring around what has the focus.
 * @cssproperty [--parvis-radius=.375em] - Rounding of corners.
 * @cssproperty [--parvis-space=1.5em] - Space around and between the parts of the card; inside them, half of it.
 * @cssproperty [--parvis-max-width=60em] - Width the widget does not exceed.
 */
export abstract class ParvisElement<K extends string = string> extends LitElement {
  static override styles: CSSResultGroup = baseStyles;

  static override properties: PropertyDeclarations = {
    backend: {},
    consultation: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    theme: {},
    phase: { state: true, attribute: false },
    status: { state: true, attribute: false },
  };

  /** Makes a backend of a web address. Set by the file that joins widgets and adapters; absent: only objects and registered schemes work. */
  static connect?: (base: URL) => PartialBackend;
  /** Brings the sentences of a language other than French. Absent or failing: the widget speaks French. */
  static loadMessages?: (lang: string) => Promise<Messages>;
  /** The widget's own sentences, in French. */
  static sentences: Messages = {};

  /** Address of the backend; the property also takes an adapter object. Absent: `<meta name="parvis-backend">` of the page. */
  declare backend: string | PartialBackend | undefined;
  /** Id of the consultation. Needed. */
  declare consultation: string;
  /** Level of the widget's first heading, 1 to 6. Absent: 2. */
  declare headingLevel: number;
  /** Colours of the widget. Absent: as the page's `color-scheme`. */
  declare theme: 'light' | 'dark' | undefined;

  protected declare phase: Phase;
  /** What the polite live region says. */
  protected declare status: string;

  /** Prefix of every id in this widget. */
  protected readonly uid: string = nextPrefix();
  /** Language of the widget's sentences. */
  protected language = 'fr';
  protected declare say: Say<K | keyof typeof shared>;
  protected source: PartialBackend = {};
  #messages: Messages = {};
  #leaving = new AbortController();
  #loading = new AbortController();
  #slow: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor() {
    super();
    this.consultation = '';
    this.headingLevel = 2;
    this.phase = 'loading';
    this.status = '';
    this.#use('fr');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#leaving.signal.aborted) this.#leaving = new AbortController();
    if (this.hasUpdated && this.phase === 'loading') void this.reload();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
    this.#loading.abort();
    clearTimeout(this.#slow);
  }

  /** Loads again from the start. */
  async reload(): Promise<void> {
    // Only the newest of two loads that cross may show what it brought.
    const turn = ++this.#turn;
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.phase = 'loading';
    this.status = '';
    clearTimeout(this.#slow);
    // A word only for those who have waited: what comes within 400 ms needs none.
    this.#slow = setTimeout(() => this.announce(this.say('loading')), 400);
    try {
      await this.#speak();
      this.source = await findBackend(this.backend, (this.constructor as typeof ParvisElement).connect);
      if (!this.consultation) throw new TypeError('Add consultation="…" to the tag.');
      await this.load({ ...this.context, signal });
      if (turn !== this.#turn) return;
      this.status = '';
      this.phase = 'ready';
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    } finally {
      if (turn === this.#turn) clearTimeout(this.#slow);
    }
  }

  override render(): TemplateResult {
    const ready = this.phase === 'ready';
    return html`<div class="pv-root" data-theme=${this.theme ?? nothing} lang=${this.language} dir=${isRtl(this.language) ? 'rtl' : nothing}>
      <div class="pv-card">
        ${ready ? this.view() : html`${this.#troubleView()}<slot></slot>`}
        <p class="pv-status" role="status" aria-live="polite">${this.status}</p>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.isConnected && this.reloadOn.some((name) => changed.has(name))) void this.reload();
  }

  /** Properties whose change makes the widget load again. */
  protected get reloadOn(): readonly string[] {
    return ['backend', 'consultation'];
  }

  /** Brings what the widget shows. Rejecting with a `ParvisError` shows the matching trouble. */
  protected abstract load(context: CallContext): Promise<void>;

  /** The widget's own view, once loaded. */
  protected abstract view(): View;

  /** For calls made on the person's behalf. Aborted when the widget leaves the page. */
  protected get context(): { signal: AbortSignal; locale: string } {
    return { signal: this.#leaving.signal, locale: this.language };
  }

  /** Says something politely, also when it is what was said before. */
  protected announce(text: string): void {
    this.status = this.status === text ? `${text}\u00a0` : text;
  }

  /** Sentences that came later, in French: those of the language that is spoken stay. */
  protected learn(sentences: Messages): void {
    Object.assign(this.#messages, { ...sentences, ...this.#messages });
  }

  /** Moves focus once the next view stands. */
  protected async focusOn(id: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(`#${this.uid}${id}`);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  async #speak(): Promise<void> {
    const lang = nearestLang(this);
    const base = lang.toLowerCase().split('-')[0] ?? 'fr';
    const other = base === 'fr' ? undefined : await (this.constructor as typeof ParvisElement).loadMessages?.(base).catch(() => undefined);
    this.#use(other ? lang : 'fr', other);
  }

  /** A sentence that a stale language file lacks is said in French. */
  #use(lang: string, messages?: Messages): void {
    this.language = lang;
    this.#messages = { ...shared, ...(this.constructor as typeof ParvisElement).sentences, ...messages };
    this.say = sayIn(this.#messages, lang) as Say;
  }

  #fail(error: unknown): void {
    if (isParvisError(error) && error.code === 'aborted') return;
    const phases: Partial<Record<ParvisError['code'], Phase>> = { offline: 'offline', unsupported: 'not-offered', 'not-found': 'not-found' };
    // What is no error of the contract is a mistake in the page: trying again would not help.
    this.phase = isParvisError(error) ? (phases[error.code] ?? 'failed') : 'not-found';
    console.error(`Parvis <${this.localName} backend="${this.backend ?? ''}" consultation="${this.consultation}">:`, error);
    this.announce(this.#trouble()[0]);
  }

  /** A title, and what stands under it. */
  #trouble(): readonly [title: string, text: string] {
    const [title = '', text = ''] = this.say(this.phase === 'ready' ? 'loading' : this.phase).split('\n');
    return [title, text];
  }

  #troubleView(): View {
    const { phase } = this;
    if (phase === 'loading') return waiting();
    const [title, text] = this.#trouble();
    const retry = phase === 'offline' || phase === 'failed';
    return notice(retry ? 'warn' : 'info', heading(this.headingLevel, title), text, retry ? button(this.say('retry'), () => void this.#retry()) : nothing);
  }

  /** The button that was pressed is gone: focus goes to what took its place. */
  async #retry(): Promise<void> {
    await this.reload();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"], button')?.focus();
  }
}
