import type { CallContext } from '@parvis/contract';
import { groupCode, randomKey } from '@parvis/contract/codes';
import { isParvisError, ParvisError } from '@parvis/contract/errors';
import { validateProposal } from '@parvis/contract/text-rules';
import { baseStyles } from '../shared/base.css.ts';
import { ParvisElement } from '../shared/element.ts';
import { fieldStyles } from '../shared/fields.css.ts';
import { copyText, printSheet } from '../shared/keepsake.ts';
import { troubleText } from '../shared/trouble.ts';
import type { View } from '../shared/views.ts';
import { Draft } from './drafts.ts';
import type { Handlers } from './parts.view.ts';
import { formStyles } from './proposal-form.css.ts';
import { ParvisSentEvent } from './proposal-form.events.ts';
import { fr } from './proposal-form.messages.ts';
import { blank, countLine, isBlank, isMendable, isNear, left, summary, toDraft, waitingTime, type Answers, type FieldName, type Model } from './proposal-form.model.ts';
import { formView } from './proposal-form.view.ts';

/** What stays on the device until the proposal has arrived. */
interface Kept {
  answers: Answers;
  /** The last content sent, and the key it went with: the same content sent again is the same act. */
  sent?: { key: string; body: string } | undefined;
}

/** After a change, the draft is on the device within this time. */
const saveAfter = 400;
/** A pause in typing after which the count may be said. */
const speakAfter = 1000;
/** Counting the characters of longer texts at each letter would be felt. */
const longText = 10_000;

/**
 * A form to propose an idea: write, check, done. What is typed stays on the device until it has arrived.
 *
 * @slot - The fallback: a plain link that works without JavaScript. It stays until the form is ready, and when it fails.
 * @event {ParvisSentEvent} parvis-sent - A proposal has arrived. Says its id and whether it waits to be read; its tracking code stays with its author.
 */
export class ParvisProposalForm extends ParvisElement<keyof typeof fr> {
  static override sentences = fr;
  static override styles = [baseStyles, fieldStyles, formStyles];
  static override properties = { model: { state: true, attribute: false } };

  protected declare model: Model;
  #draft: Draft<Kept> | undefined;
  #sent: Kept['sent'];
  #sending = false;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#save);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#save);
    clearTimeout(this.#speaking);
    this.#leave();
  }

  protected override async load(context: CallContext): Promise<void> {
    const { consultations, proposals } = this.source;
    if (!consultations?.get || !proposals?.submit) throw new ParvisError('unsupported');
    const consultation = await consultations.get({ consultation: this.consultation }, context);
    const form = consultation.proposalForm;
    if (!form) throw new ParvisError('unsupported');
    this.#leave();
    const draft = new Draft<Kept>(`idea/${this.consultation}/`);
    const value = await draft.open();
    if (context.signal?.aborted) {
      draft.close();
      throw new ParvisError('aborted');
    }
    this.#draft = draft;
    this.#sent = value?.sent;
    this.model = {
      consultation, form, step: 'write', issues: [], trouble: '', receipt: undefined,
      answers: { ...blank, ...value?.answers }, restored: value !== undefined, unstored: false,
    };
    // Shows whether the device keeps anything, before much is written.
    void this.#save();
  }

  protected override view(): View {
    return formView(this.model, this.#on, { say: this.say, uid: this.uid, level: this.headingLevel, lang: this.language });
  }

  readonly #on: Handlers = {
    input: (event) => this.#input(event.target as HTMLInputElement),
    check: (event) => {
      event.preventDefault();
      this.#check();
    },
    back: () => (this.#sending ? this.announce(this.say('sending')) : this.#go({ step: 'write', trouble: '' })),
    send: () => void this.#send(),
    erase: () => void this.#erase(),
    another: () => this.#go({ answers: { ...blank }, step: 'write', receipt: undefined }),
    copyText: () => void this.#copy(this.#lines().map((line) => (typeof line === 'string' ? line : line.title)).join('\n\n')),
    printText: () => printSheet(this.model.consultation.title, this.#lines(), this.language),
    copyCode: () => void this.#copy(this.#code),
    printCode: () => printSheet(this.say('doneTitle'), [this.model.answers.title, `${this.say('code')} ${this.#code}`, this.say('codeWhy')], this.language),
  };

  get #code(): string {
    return this.model.receipt?.trackingCode ?? '';
  }

  #lines() {
    return summary(this.model, this.say).flatMap(([title, answer]) => [{ title }, answer]);
  }

  #set(change: Partial<Model>): void {
    this.model = { ...this.model, ...change };
  }

  /** To another step; focus goes to its heading. */
  #go(change: Partial<Model>, target = 'top'): void {
    this.#set(change);
    this.status = '';
    clearTimeout(this.#speaking);
    void this.focusOn(target);
  }

  #input({ name, type, value, checked }: HTMLInputElement): void {
    const { answers, form } = this.model;
    Object.assign(answers, { [name as FieldName]: type === 'checkbox' ? checked : value });
    if (value.length < longText) this.requestUpdate();
    this.#saving ??= setTimeout(() => {
      this.requestUpdate();
      void this.#save();
    }, saveAfter);
    clearTimeout(this.#speaking);
    const max = name === 'title' ? form.titleMax : name === 'text' && form.textMax;
    this.#speaking = setTimeout(() => {
      if (max === false) return;
      const n = left(value, max);
      if (isNear(n, max)) this.announce(countLine(n, this.say));
    }, speakAfter);
  }

  /** Puts what is written on the device. */
  readonly #save = async (): Promise<void> => {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    const { answers, receipt } = this.model ?? {};
    if (!answers || receipt) return;
    const stored = await this.#draft?.save(isBlank(answers) ? undefined : { answers, sent: this.#sent });
    if (stored === this.model.unstored) this.#set({ unstored: !stored });
  };

  /** The page or the widget goes: what is written stays, for whoever comes next. */
  readonly #leave = (): void => {
    const draft = this.#draft;
    const saved = this.#save();
    draft?.close();
    // Saving may have had to take the draft back first.
    void saved.then(() => draft?.close());
  };

  #check(): void {
    const { answers, form } = this.model;
    const issues = validateProposal(form, toDraft(answers, form, this.language));
    void this.#save();
    if (issues.length > 0) this.#go({ issues }, 'errors');
    else this.#go({ issues, step: 'review' });
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    this.#set({ trouble: '' });
    this.announce(this.say('sending'));
    const { answers, form } = this.model;
    const content = { consultation: this.consultation, ...toDraft(answers, form, this.language) };
    const body = JSON.stringify(content);
    if (this.#sent?.body !== body) this.#sent = { key: randomKey(), body };
    try {
      // Kept before it leaves: whatever happens to the answer, the next try carries the same key.
      await this.#save();
      const receipt = await this.source.proposals?.submit?.({ ...content, key: this.#sent.key }, this.context);
      if (!receipt) throw new ParvisError('unsupported');
      await this.#draft?.save(undefined);
      this.#sent = undefined;
      this.#go({ step: 'done', receipt: { ...receipt, trackingCode: groupCode(receipt.trackingCode) }, restored: false });
      this.dispatchEvent(new ParvisSentEvent(receipt));
    } catch (error) {
      this.#failed(isParvisError(error) ? error : new ParvisError('backend-fault', { cause: error }));
    } finally {
      this.#sending = false;
    }
  }

  #failed(error: ParvisError): void {
    const { code, retryAfter } = error;
    if (code === 'aborted') return;
    if (code === 'closed') return this.#go({ form: { ...this.model.form, status: 'closed' } }, 'shut');
    const issues = code === 'consent-required' && error.issues.length === 0 ? [{ pointer: '/contact/consent', code }] : error.issues.filter(isMendable);
    if (issues.length > 0) return this.#go({ issues, step: 'write' }, 'errors');
    // Refused for what it was, not for what the person wrote: the next try is a new act.
    if (code === 'invalid') this.#sent = undefined;
    this.#go({ trouble: code === 'quota' && retryAfter !== undefined ? this.say('quota', { when: waitingTime(retryAfter, this.language) }) : troubleText(error, this.say) }, 'trouble');
  }

  async #erase(): Promise<void> {
    this.#go({ answers: { ...blank }, issues: [], restored: false });
    await this.updateComplete;
    // Ticks and choices made by hand do not follow their attributes.
    this.renderRoot.querySelector('form')?.reset();
    await this.#save();
    this.announce(this.say('erased'));
  }

  async #copy(text: string): Promise<void> {
    this.announce(this.say((await copyText(text)) ? 'copied' : 'copyFailed'));
  }
}
