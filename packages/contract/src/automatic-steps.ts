import { closestLanguage } from './localize.ts';
import type { Progress, Step } from './schemas/feedback.ts';
import type { ProposalStatus } from './schemas/proposals.ts';

/** The few steps a backend writes by itself, before anybody at the town hall has said anything. */
const titles = {
  fr: {
    proposal: {
      received: 'Proposition reçue', reading: 'Relecture par l’équipe', published: 'Proposition publiée',
      accepted: 'Proposition retenue', 'not-retained': 'Proposition non retenue', withdrawn: 'Proposition retirée',
    },
    question: { received: 'Question reçue', reading: 'Réponse en préparation', published: 'Réponse publiée' },
  },
  en: {
    proposal: {
      received: 'Proposal received', reading: 'Being read by the team', published: 'Proposal published',
      accepted: 'Proposal accepted', 'not-retained': 'Proposal not accepted', withdrawn: 'Proposal withdrawn',
    },
    question: { received: 'Question received', reading: 'Answer being prepared', published: 'Answer published' },
  },
  ar: {
    proposal: {
      received: 'تم استلام الاقتراح', reading: 'الفريق يقرأ الاقتراح', published: 'تم نشر الاقتراح',
      accepted: 'تم قبول الاقتراح', 'not-retained': 'لم يتم قبول الاقتراح', withdrawn: 'تم سحب الاقتراح',
    },
    question: { received: 'تم استلام السؤال', reading: 'الجواب قيد الإعداد', published: 'تم نشر الجواب' },
  },
} as const;

const languages = Object.keys(titles) as (keyof typeof titles)[];

/** A question is either waiting for its answer or answered. */
export type TrackedStatus = { proposal: ProposalStatus; question: 'pending' | 'published' };

/**
 * The steps of something a resident sent, from first to last: it was received, then what became of it.
 * @param date the day it was received (`2026-03-01`, or an instant of which the day is taken); later steps carry no date.
 * @param lang the reader's language; French where the steps have no words in it.
 */
export function automaticSteps<K extends keyof TrackedStatus>(kind: K, status: TrackedStatus[K], date: string, lang: string): Step[] {
  const title: Partial<Record<string, string>> = titles[closestLanguage(languages, lang) as keyof typeof titles][kind];
  const step = (id: string, more: Omit<Step, 'id' | 'title'>): Step => ({ id, title: title[id] ?? id, ...more });
  const received = step('received', { date: date.slice(0, 10), state: 'done' });
  return status === 'pending' ? [received, step('reading', { state: 'now' })] : [received, step(status, { state: 'done' })];
}

const progress = {
  proposal: { pending: 'received', published: 'received', accepted: 'accepted', 'not-retained': 'not-retained', withdrawn: 'abandoned' },
  question: { pending: 'received', published: 'done' },
} as const satisfies { [K in keyof TrackedStatus]: Record<TrackedStatus[K], Progress> };

/** Where something a resident sent stands, in the words of the timeline. */
export const automaticProgress = <K extends keyof TrackedStatus>(kind: K, status: TrackedStatus[K]): Progress =>
  (progress[kind] as Record<TrackedStatus[K], Progress>)[status];
