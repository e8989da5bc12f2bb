import type { AskReceipt, CallContext, Issue, PartialBackend } from '@parvis/contract';
import { groupCode, randomKey } from '@parvis/contract/codes';
import { isParvisError, ParvisError } from '@parvis/contract/errors';
import { forget, keep, kept } from '../shared/store.ts';
import { checkAsk, type AskDraft } from './faq.model.ts';

const blank = (): AskDraft => ({ question: '', email: '', consent: false, key: randomKey() });

/** What asking needs of the widget around it. */
export interface AskHost {
  consultation: string;
  requestUpdate(): void;
}

/** A question being written: its draft on the device, its checks, its sending. */
export class Asking {
  open = false;
  draft = blank();
  givenBack = false;
  issues: readonly Issue[] = [];
  /** The last call that failed; undefined when none did. */
  failure: ParvisError | undefined;
  receipt: AskReceipt | undefined;
  #sending = false;
  readonly #host: AskHost;

  constructor(host: AskHost) {
    this.#host = host;
  }

  get #place(): string {
    return `ask/${this.#host.consultation}`;
  }

  /** Gives back what an earlier visit had begun. */
  async restore(): Promise<void> {
    const draft = await kept<AskDraft>(this.#place);
    if (!draft || this.draft.question) return;
    this.draft = draft;
    this.open = this.givenBack = true;
  }

  show(open: boolean): void {
    this.open = open;
    this.#host.requestUpdate();
  }

  change(part: Partial<AskDraft>): void {
    this.draft = { ...this.draft, ...part };
    this.receipt = undefined;
    void keep(this.#place, this.draft);
    this.#host.requestUpdate();
  }

  /** Checks and sends. True: the question arrived. A second press while one is under way does nothing. */
  async send(source: PartialBackend, context: CallContext): Promise<boolean> {
    if (this.#sending) return false;
    this.failure = undefined;
    this.issues = checkAsk(this.draft);
    this.#host.requestUpdate();
    if (this.issues.length > 0) return false;
    this.#sending = true;
    try {
      const { question, email, key } = this.draft;
      const contact = email.trim() ? { contact: { email: email.trim(), consent: true as const } } : {};
      // Kept before it leaves: whatever happens to the answer, the next try carries the same key.
      await keep(this.#place, this.draft);
      if (!source.faq?.ask) throw new ParvisError('unsupported');
      this.receipt = await source.faq.ask({ consultation: this.#host.consultation, key, question: question.trim(), ...contact, ...(context.locale && { lang: context.locale }) }, context);
      this.receipt = { ...this.receipt, trackingCode: groupCode(this.receipt.trackingCode) };
      this.draft = blank();
      this.open = this.givenBack = false;
      await forget(this.#place);
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    } finally {
      this.#sending = false;
      this.#host.requestUpdate();
    }
  }

  again(): void {
    this.receipt = undefined;
    this.show(true);
  }

  #failed(error: unknown): void {
    const failure = isParvisError(error) ? error : new ParvisError('backend-fault', { cause: error });
    if (failure.code === 'invalid' && failure.issues.length > 0) this.issues = failure.issues;
    else this.failure = failure;
    // The key went out with another text before: the corrected question is a new act.
    if (this.issues.some((issue) => issue.pointer === '/key')) this.draft = { ...this.draft, key: randomKey() };
  }
}
