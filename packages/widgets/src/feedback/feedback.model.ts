import { validateContact } from '@parvis/contract/text-rules';
import type { Contribution, Issue, Progress, Step } from '@parvis/contract';
import { date, type Say } from '../shared/messages.ts';
import type { shared } from '../shared/shared.messages.ts';
import type { fr } from './feedback.messages.ts';

export type FeedbackSay = Say<keyof typeof fr | keyof typeof shared>;

/** In the order things happen; the list filter offers those that occur. */
export const progressOrder: readonly Progress[] = ['received', 'studied', 'accepted', 'planned', 'in-progress', 'done', 'not-retained', 'abandoned'];

/** How a state is coloured; the words always stand beside it. */
export const kindOf = (progress: Progress): 'ok' | 'warn' | 'accent' | 'plain' => {
  if (progress === 'done') return 'ok';
  if (progress === 'not-retained' || progress === 'abandoned') return 'plain';
  return progress === 'in-progress' || progress === 'planned' || progress === 'accepted' ? 'accent' : 'warn';
};

/** A step's state and date as people say it: `fait, mars 2026`; late is said as late. */
export function stepWords(step: Step, say: FeedbackSay, lang: string): string {
  const when = step.date && date(step.date, lang);
  if (step.late && when) return say('stepLate', { date: when });
  const state = say(step.state === 'done' ? 'stepDone' : step.state === 'now' ? 'stepNow' : 'stepPlanned');
  if (!when) return state;
  return step.state === 'planned' ? say('stepPlannedFor', { date: when }) : say('stepOn', { state, date: when });
}

/** A file's weight in the units people read: `120 ko`, `2,4 Mo` (SI: 1 ko is 1000 bytes). */
export function weight(bytes: number, lang: string): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', Math.max(1, Math.round(bytes / 1e3))] as const) : (['megabyte', bytes / 1e6] as const);
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 1 }).format(size);
}

export interface FollowDraft {
  email: string;
  consent: boolean;
}

/** What is wrong with a wish for news. Here the address is the point: an empty one is a mistake. */
export const checkFollow = (draft: FollowDraft): Issue[] => validateContact(draft);

/** Where a title leads: the id in an address, `#suivi-ID`. */
export const anchorOf = (id: string): string => `#suivi-${id}`;

export const idIn = (hash: string): string | undefined => /^#suivi-([A-Za-z0-9._~-]+)$/.exec(hash)?.[1];

/** The states that occur in a list, in their order. */
export const statesIn = (items: readonly Contribution[]): Progress[] => progressOrder.filter((p) => items.some((i) => i.progress === p));
