import type { Choosable, Consultation, Issue, ProposalDraft, ProposalForm, ProposalReceipt } from '@parvis/contract';
import { lengthOf } from '@parvis/contract/text-rules';
import type { Say } from '../shared/messages.ts';
import type { shared } from '../shared/shared.messages.ts';
import type { Mistake } from '../shared/views.ts';
import { fr } from './proposal-form.messages.ts';

export type FormSay = Say<keyof typeof fr | keyof typeof shared>;

/** What the controls hold; empty where nothing is answered. Names are those of the controls. */
export interface Answers {
  title: string;
  text: string;
  category: string;
  place: string;
  email: string;
  consent: boolean;
  profile: string;
}
export type FieldName = keyof Answers;

export const blank: Answers = { title: '', text: '', category: '', place: '', email: '', consent: false, profile: '' };

export const isBlank = (answers: Answers): boolean => Object.values(answers).every((answer) => !String(answer || '').trim());

export type Step = 'write' | 'review' | 'done';

/** Everything the views show. */
export interface Model {
  consultation: Consultation;
  form: ProposalForm;
  answers: Answers;
  step: Step;
  issues: readonly Issue[];
  /** A draft was given back. */
  restored: boolean;
  /** The device keeps nothing. */
  unstored: boolean;
  /** Why sending failed, as a sentence; empty when it did not. */
  trouble: string;
  /** Once the proposal has arrived. */
  receipt: ProposalReceipt | undefined;
}

/** What is sent: only what the form asks for and the person answered, without white space at the ends. */
export function toDraft(answers: Answers, form: ProposalForm, lang: string): ProposalDraft {
  const place = answers.place.trim();
  const email = answers.email.trim();
  return {
    title: answers.title.trim(),
    text: answers.text.trim(),
    ...(form.categories[0] && answers.category && { category: answers.category }),
    ...(form.place && place && { place }),
    // A ticked box without an address is a mistake to tell, not one to hide.
    ...(form.contact && (email || answers.consent) && { contact: { email, consent: answers.consent } }),
    ...(form.profile && answers.profile && { profile: answers.profile }),
    lang,
  };
}

/** Whether the form has a sentence for an issue; others (a key used twice) are not the person's to mend. */
export const isMendable = ({ pointer }: Issue): boolean => pointer.startsWith('/') && pointer in fr;

/** The sentences for issues; `target` is the name of the control. A code this version does not know takes its field's sentence. */
export const mistakesOf = (issues: readonly Issue[], say: FormSay): Mistake[] =>
  issues.filter(isMendable).map(({ pointer, code, limit = 0, actual = 0 }) => {
    const exact = `${pointer} ${code}`;
    const n = Math.abs(actual - limit);
    // A number is only said when the backend sent one.
    const key = (n > 0 && exact in fr ? exact : pointer) as keyof typeof fr;
    return { target: pointer.slice(pointer.lastIndexOf('/') + 1), text: say(key, { n }) };
  });

/** Characters left; below zero: too many. */
export const left = (text: string, max: number): number => max - lengthOf(text.trim());

export const countLine = (n: number, say: FormSay): string => say(n < 0 ? 'charactersOver' : 'charactersLeft', { n: Math.abs(n) });

/** Whether the count is worth saying aloud: over the limit, or in its last tenth (at least 20 characters). */
export const isNear = (n: number, max: number): boolean => n <= Math.max(20, max / 10);

/** A time to wait, in words: `dans 5 minutes`. No clock time: the clock of the device may be wrong. */
export function waitingTime(seconds: number, lang: string): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const words = new Intl.RelativeTimeFormat(lang);
  return minutes < 90 ? words.format(minutes, 'minute') : words.format(Math.ceil(minutes / 60), 'hour');
}

/** The question and answer pairs a person reads before sending: what will be sent, in words. */
export function summary({ answers, form }: Model, say: FormSay): [label: string, answer: string][] {
  const { title, text, category, place = '', contact, profile } = toDraft(answers, form, '');
  const label = (list: readonly Choosable[] = [], id?: string) => list.find((entry) => entry.id === id)?.label ?? '';
  const rows: [string, string][] = [
    [say('writeTitle'), title],
    [say('writeText'), text],
    [say('category'), label(form.categories, category)],
    [say('place'), place],
    [say('email'), contact?.email ?? ''],
    [form.profile?.label ?? '', label(form.profile?.options, profile)],
  ];
  return rows.filter(([, answer]) => answer);
}
