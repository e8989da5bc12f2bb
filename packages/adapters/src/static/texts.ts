import type { FaqGroup, FeedbackGroup } from '@parvis/contract';
import { ParvisError } from '@parvis/contract/errors';
import { finds } from '@parvis/contract/fold';
import { isLate } from '@parvis/contract/localize';
import * as faqOperations from '@parvis/contract/operations/faq';
import * as feedbackOperations from '@parvis/contract/operations/feedback';
import { staticFile } from '@parvis/contract/static-files';
import { guarded } from '../author/guarded.ts';
import { page } from '../author/page.ts';
import type { Folder } from './index.ts';
import { limitOf } from './limit.ts';

/** Questions and answers. Nobody can ask. */
export const faq = ({ read, lang }: Folder): Pick<FaqGroup, 'list'> => ({
  list: guarded<typeof faqOperations.list>(async ({ consultation, q = '', category, cursor, limit }, { locale, signal }) => {
    const all = await read(faqOperations.list, staticFile.faq(consultation, await lang(locale)), signal);
    const wanted = all.items
      .map((question, index) => ({ question, index }))
      .filter(({ question }) => (category === undefined || question.category === category) && finds(q, `${question.question} ${question.answer}`));
    const { items, ...rest } = page(wanted, ({ index }) => [index], { cursor, limit: limitOf(limit, 100) });
    return { ...all, ...rest, items: items.map(({ question }) => question), asking: false };
  }),
});

/** What became of contributions, by their public ids. Files cannot keep a tracking code to themselves, so none leads anywhere. */
export const feedback = ({ read, lang, now }: Folder): Pick<FeedbackGroup, 'list' | 'timeline'> => ({
  list: guarded<typeof feedbackOperations.list>(async ({ consultation, q = '', progress, cursor, limit }, { locale, signal }) => {
    const all = await read(feedbackOperations.list, staticFile.feedback(consultation, await lang(locale)), signal);
    const wanted = all.items
      .map((contribution, index) => ({ contribution, index }))
      .filter(({ contribution: c }) => (progress === undefined || c.progress === progress) && finds(q, [c.title, c.said, c.did, c.place].join(' ')));
    const { items, ...rest } = page(wanted, ({ index }) => [index], { cursor, limit: limitOf(limit, 20) });
    return { ...all, ...rest, items: items.map(({ contribution }) => contribution) };
  }),

  timeline: guarded<typeof feedbackOperations.timeline>(async (input, { locale, signal }) => {
    if (!('id' in input)) throw new ParvisError('not-found');
    const timeline = await read(feedbackOperations.timeline, staticFile.timeline(input.consultation, input.id, await lang(locale)), signal);
    // Days go by after the file was written.
    return { ...timeline, following: false, steps: timeline.steps.map(({ late: _, ...step }) => ({ ...step, ...(isLate(step, now()) && { late: true }) })) };
  }),
});
