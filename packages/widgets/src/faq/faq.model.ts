import { askRules, validateContact, validateQuestion } from '@parvis/contract/text-rules';
import { finds } from '@parvis/contract/fold';
import type { Issue } from '@parvis/contract';
import type { FaqList, Question } from '@parvis/contract';

/** What a resident is writing. `key` names the act: it stays the same until an answer is known. */
export interface AskDraft {
  question: string;
  email: string;
  consent: boolean;
  key: string;
}

/** The questions that fit a search and a theme; empty means no wish. */
export const fitting = (items: readonly Question[], search: string, category: string): Question[] =>
  items.filter((q) => (!category || q.category === category) && finds(search, `${q.question} ${q.answer}`));

export interface Theme {
  /** Empty: questions without a theme. */
  id: string;
  label: string;
  questions: Question[];
}

/** Questions under their themes, in the organiser's order; those without a theme come last. */
export function byTheme(list: Pick<FaqList, 'categories'>, questions: readonly Question[], other: string): Theme[] {
  const known = new Set(list.categories.map((c) => c.id));
  const themes = list.categories.map((c) => ({ ...c, questions: questions.filter((q) => q.category === c.id) }));
  const rest = questions.filter((q) => q.category === undefined || !known.has(q.category));
  return [...themes, { id: '', label: other, questions: rest }].filter((t) => t.questions.length > 0);
}

/** What is wrong with a question before it is sent, in the order of the form. */
export const checkAsk = (draft: AskDraft): Issue[] => [
  ...validateQuestion(draft.question),
  ...validateContact(draft.email.trim() ? { email: draft.email, consent: draft.consent } : undefined),
];

export type AskField = 'question' | 'email' | 'consent';

/** The field an issue belongs to, and the sentence that says what to do. */
export function mistakeOf(issue: Issue): { field: AskField; key: MistakeKey; n: number } {
  if (issue.pointer.endsWith('consent')) return { field: 'consent', key: 'consentMissing', n: 0 };
  if (issue.pointer.startsWith('/contact')) return { field: 'email', key: 'emailWrong', n: 0 };
  if (issue.pointer === '/key') return { field: 'question', key: 'keyReused', n: 0 };
  if (issue.code === 'too-short') return { field: 'question', key: 'questionShort', n: issue.limit ?? askRules.min };
  if (issue.code === 'too-long') return { field: 'question', key: 'questionLong', n: (issue.actual ?? 0) - (issue.limit ?? 0) };
  return { field: 'question', key: 'questionMissing', n: 0 };
}

type MistakeKey = 'consentMissing' | 'emailWrong' | 'keyReused' | 'questionShort' | 'questionLong' | 'questionMissing';

/** The id of a question in an address: `#faq-ID`. */
export const anchorOf = (id: string): string => `#faq-${id}`;

/** The question an address points at; undefined when it points elsewhere. */
export const questionIn = (hash: string, items: readonly Question[]): Question | undefined =>
  items.find((q) => anchorOf(q.id) === decodeHash(hash));

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
