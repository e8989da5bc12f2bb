import type { ProposalForm } from './schemas/consultation.ts';
import type { Issue } from './schemas/problem.ts';
import type { ProposalDraft } from './schemas/proposals.ts';

/** The rules of the form that decide whether a proposal may be sent. A `ProposalForm` or its definition both fit. */
export type ProposalRules = Pick<ProposalForm, 'titleMax' | 'textMin' | 'textMax'> & {
  categories: readonly { id: string }[];
  profile?: { options: readonly { id: string }[] } | undefined;
};

export const askRules = { min: 10, max: 2_000 } as const;
export const placeMax = 200;

let segmenter: Intl.Segmenter | undefined;

/** Characters as people count them (UAX 29 grapheme clusters): an emoji with a skin tone is one. */
export function lengthOf(text: string): number {
  // One short text in Latin letters is most of what is typed: no need to cut it up.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let length = 0;
  for (const _ of segmenter.segment(text)) length += 1;
  return length;
}

/** An address that could receive mail: something, an @, a domain with a dot. Whether it exists, only a message can tell. */
export const looksLikeEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** The one validator of proposals, in the order of the form. Empty: it may be sent. White space at the ends does not count. */
export function validateProposal(rules: ProposalRules, draft: ProposalDraft): Issue[] {
  return [
    ...length('/title', draft.title, 1, rules.titleMax),
    ...length('/text', draft.text, Math.max(rules.textMin, 1), rules.textMax),
    ...offered('/category', draft.category, rules.categories),
    ...(draft.place === undefined ? [] : length('/place', draft.place, 0, placeMax)),
    ...validateContact(draft.contact),
    ...offered('/profile', draft.profile, rules.profile?.options ?? []),
  ];
}

/** The one validator of questions put by residents. */
export const validateQuestion = (question: string): Issue[] => length('/question', question, askRules.min, askRules.max);

/** An address is never kept without consent, and consent without an address means nothing. */
export function validateContact(contact: { email: string; consent: boolean } | undefined): Issue[] {
  if (contact === undefined) return [];
  if (!looksLikeEmail(contact.email.trim())) return [{ pointer: '/contact/email', code: 'malformed' }];
  return contact.consent ? [] : [{ pointer: '/contact/consent', code: 'consent-required' }];
}

function length(pointer: string, text: string, min: number, max: number): Issue[] {
  const actual = lengthOf(text.trim());
  if (actual === 0) return min > 0 ? [{ pointer, code: 'missing' }] : [];
  if (actual < min) return [{ pointer, code: 'too-short', limit: min, actual }];
  return actual > max ? [{ pointer, code: 'too-long', limit: max, actual }] : [];
}

const offered = (pointer: string, id: string | undefined, list: readonly { id: string }[]): Issue[] =>
  id === undefined || list.some((entry) => entry.id === id) ? [] : [{ pointer, code: 'not-offered' }];
