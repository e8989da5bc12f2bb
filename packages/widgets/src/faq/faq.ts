import { html, type PropertyValues } from 'lit';
import type { CallContext, FaqList } from '@parvis/contract';
import { deviceMark, keep, kept } from '../shared/store.ts';
import { ParvisError } from '@parvis/contract/errors';
import { copyText, printSheet } from '../shared/keepsake.ts';
import { baseStyles } from '../shared/base.css.ts';
import { ParvisElement } from '../shared/element.ts';
import { fieldStyles } from '../shared/fields.css.ts';
import { troubleText } from '../shared/trouble.ts';
import { Asking } from './ask.ts';
import { askView } from './ask.view.ts';
import { faqStyles } from './faq.css.ts';
import { fr } from './faq.messages.ts';
import { byTheme, fitting, questionIn } from './faq.model.ts';
import { faqView } from './faq.view.ts';

/** What this device said of one answer. `sequence` grows with each change of mind. */
interface Rating {
  /** Absent: no opinion reached the town. */
  useful: boolean | undefined;
  sequence: number;
}

/** How long to wait after the last letter before the number of answers is said. */
const pause = 600;

/**
 * Questions with their official answers, searched and grouped by theme; residents may ask.
 *
 * @slot - The fallback: a plain link that works without JavaScript.
 * @event {ParvisAskedEvent} parvis-asked - A question arrived. Says nothing of it.
 */
export class ParvisFaq extends ParvisElement<keyof typeof fr> {
  static override styles = [baseStyles, fieldStyles, faqStyles];
  static override sentences = fr;
  static override properties = {
    list: { state: true, attribute: false },
    search: { state: true, attribute: false },
    category: { state: true, attribute: false },
    open: { state: true, attribute: false },
    ratings: { state: true, attribute: false },
  };

  protected declare list: FaqList;
  protected declare search: string;
  protected declare category: string;
  protected declare open: ReadonlySet<string>;
  protected declare ratings: Readonly<Record<string, Rating>>;
  readonly #asking = new Asking(this);
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.list = { items: [], categories: [], lang: 'fr', asking: false };
    this.search = this.category = '';
    this.open = new Set();
    this.ratings = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#follow);
    clearTimeout(this.#saying);
  }

  protected override async load(context: CallContext): Promise<void> {
    const faq = this.source.faq;
    if (!faq?.list) throw new ParvisError('unsupported');
    let page = await faq.list({ consultation: this.consultation }, context);
    const items = [...page.items];
    while (page.next !== undefined) {
      page = await faq.list({ consultation: this.consultation, cursor: page.next }, context);
      items.push(...page.items);
    }
    this.ratings = (await kept<Record<string, Rating>>(`ratings/${this.consultation}`)) ?? {};
    await this.#asking.restore();
    this.list = { ...page, items };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('phase') && this.phase === 'ready') this.#follow();
  }

  protected override view() {
    const { uid, say, list, search, category, open, language: lang, headingLevel: level } = this;
    const rated = Object.fromEntries(Object.entries(this.ratings).map(([id, r]) => [id, r.useful]));
    const asking = this.#asking;
    return html`
      ${faqView({ list, search, category, open, rated, uid, say, lang, level, page: location.href.split('#')[0] ?? '' }, {
        search: (words) => this.#narrow({ search: words }),
        theme: (id) => this.#narrow({ category: id }),
        toggle: (id) => this.#toggle(id),
        reveal: (id) => { this.open = new Set(this.open).add(id); },
        rate: this.source.faq?.rate && ((id, useful) => void this.#rate(id, useful)),
        clear: () => void this.#clear(),
        print: () => this.#print(),
      })}
      ${askView({ asking: list.asking, open: asking.open, draft: asking.draft, givenBack: asking.givenBack, issues: asking.issues, receipt: asking.receipt,
        trouble: asking.failure ? this.#askTrouble(asking.failure) : '', uid, level, say }, {
        open: () => void this.#show(true),
        cancel: () => void this.#show(false),
        change: (part) => asking.change(part),
        send: () => void this.#send(),
        copy: () => void this.#copy(),
        print: () => this.#printReceipt(),
        again: () => { asking.again(); void this.focusOn('question'); },
      })}`;
  }

  /** Opens the answer an address points at, and puts focus on its question. */
  readonly #follow = (): void => {
    const wanted = questionIn(location.hash, this.list.items);
    if (!wanted) return;
    this.search = this.category = '';
    this.open = new Set(this.open).add(wanted.id);
    void this.focusOn(`q-${wanted.id}`);
  };

  #toggle(id: string): void {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }

  #narrow(wish: { search?: string; category?: string }): void {
    Object.assign(this, wish);
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      const n = fitting(this.list.items, this.search, this.category).length;
      this.announce(n > 0 ? this.say('found', { n }) : this.say('foundNone'));
    }, pause);
  }

  async #clear(): Promise<void> {
    this.#narrow({ search: '', category: '' });
    await this.focusOn('search');
  }

  async #rate(id: string, useful: boolean): Promise<void> {
    const before = this.ratings[id];
    const sequence = (before?.sequence ?? 0) + 1;
    const note = (rating: Rating) => {
      this.ratings = { ...this.ratings, [id]: rating };
      return keep(`ratings/${this.consultation}`, this.ratings);
    };
    try {
      // Counted before it leaves: a later opinion must carry a higher number, also when this answer is lost.
      await note({ useful, sequence });
      await this.source.faq?.rate?.({ consultation: this.consultation, id, useful, mark: await deviceMark(), sequence }, this.context);
      this.announce(this.say(useful ? 'thanksYes' : 'thanksNo'));
    } catch {
      await note({ useful: before?.useful, sequence });
      this.announce(this.say('rateFailed'));
    }
  }

  async #show(open: boolean): Promise<void> {
    this.status = '';
    this.#asking.show(open);
    await this.focusOn(open ? 'question' : 'ask');
  }

  async #send(): Promise<void> {
    this.status = '';
    const arrived = await this.#asking.send(this.source, this.context);
    if (arrived) {
      this.dispatchEvent(new ParvisAskedEvent());
      await this.focusOn('done');
    } else if (this.#asking.issues.length > 0) {
      await this.focusOn('mistakes');
    }
  }

  #askTrouble(error: ParvisError): string {
    return error.code === 'closed' ? this.say('askClosed') : troubleText(error, this.say);
  }

  async #copy(): Promise<void> {
    const done = await copyText(this.#asking.receipt?.trackingCode ?? '');
    this.announce(this.say(done ? 'copied' : 'copyFailed'));
  }

  #printReceipt(): void {
    printSheet(this.say('sheetTitle'), [`${this.say('code')} ${this.#asking.receipt?.trackingCode ?? ''}`, this.say('doneText')], this.language);
  }

  #print(): void {
    const shown = fitting(this.list.items, this.search, this.category);
    const lines = byTheme(this.list, shown, this.say('otherCategory')).flatMap((theme) =>
      theme.questions.flatMap((q) => [{ title: q.question }, ...q.answer.split(/\n\s*\n/)]));
    printSheet(this.say('title'), lines, this.language);
  }
}

/** A question arrived. */
export class ParvisAskedEvent extends Event {
  constructor() {
    super('parvis-asked', { bubbles: true, composed: true });
  }
}
