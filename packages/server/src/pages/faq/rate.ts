import { html } from 'hono/html';
import type { ServerBackend } from '../../domain/backend.ts';
import { found } from '../../domain/faults.ts';
import { langOf } from '../frame.ts';
import { nextPage } from '../layout.ts';
import type { Seals } from '../forms/seal.ts';
import { opinionForm, readOpinion } from '../reactions/opinion.ts';
import { newReaction, nextIntention, openReaction, sealReaction } from '../reactions/state.ts';
import { actionAt, type PageRoutes, withToken } from '../route.ts';
import { faqCrumb, faqPath } from './pages.ts';

export const ratingPath = (consultation: string): string => `${faqPath(consultation)}/rating`;

/** Whether an answer helped; whoever has said so can change their mind on the page that follows. */
export function mountFaqRating({ get, post }: PageRoutes, { consultations, faq }: ServerBackend, sealsOf: (consultation: string) => Promise<Seals>): void {
  const path = '/c/:consultation/faq/rating';

  post(path, async (visit, form) => {
    const consultation = await consultations.get(visit.input, visit.locale);
    const seals = await sealsOf(consultation.id);
    const before = openReaction(seals, 'faq', form.get('state')) ?? newReaction();
    const opinion = readOpinion(form);
    const { useful, sequence } = await faq.rate({ ...visit.input, ...opinion, ...nextIntention(seals, before) });
    return { to: withToken(visit, ratingPath(consultation.id), sealReaction(seals, 'faq', { act: before.act, id: opinion.id, sequence, on: useful })) };
  });

  get(path, async (visit) => {
    const consultation = await consultations.get(visit.input, visit.locale);
    const seals = await sealsOf(consultation.id);
    const { id, on, ...reaction } = found(openReaction(seals, 'faq', visit.c.req.query('t')));
    const { items, lang } = await faq.list({ ...visit.input, limit: 200 }, visit.locale);
    const { question } = found(items.find((one) => one.id === id));
    const state = sealReaction(seals, 'faq', reaction);
    const { speech: { faq: { say } }, tell, to } = visit.frame;
    return {
      own: true,
      page: nextPage(consultation, faqCrumb(consultation.id), say('thanksYes').replace(/\.$/, ''), html`<p${langOf(visit.frame, lang)}><strong>${question}</strong></p>
${opinionForm(visit.frame, { action: actionAt(visit, ratingPath(consultation.id)), state }, { id: id ?? '', on, question: say('useful') })}
<p><a href="${to(faqPath(consultation.id))}#faq-${id}">${tell('toQuestions')}</a></p>`, { headed: false, languages: consultation.languages }),
    };
  });
}
