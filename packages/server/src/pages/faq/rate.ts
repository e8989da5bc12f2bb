import { html } from 'hono/html';
import type { ServerBackend } from '../../domain/backend.ts';
import { found } from '../../domain/faults.ts';
import type { Seals } from '../forms/seal.ts';
import { opinionForm, readOpinion } from '../reactions/opinion.ts';
import { newReaction, nextIntention, openReaction, sealReaction } from '../reactions/state.ts';
import { actionAt, type PageRoutes, withToken } from '../route.ts';
import { faqPath, nextPage } from './pages.ts';

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
    const { question } = found((await faq.list({ ...visit.input, limit: 200 }, visit.locale)).items.find((one) => one.id === id));
    const state = sealReaction(seals, 'faq', reaction);
    return {
      own: true,
      page: nextPage(consultation, 'Merci, votre avis est noté', html`<p lang="${consultation.lang}"><strong>${question}</strong></p>
${opinionForm({ action: actionAt(visit, ratingPath(consultation.id)), state }, { id: id ?? '', on, question: 'Cette réponse vous a-t-elle aidé ?' })}
<p><a href="${faqPath(consultation.id)}#faq-${id}">Revenir aux questions</a></p>`, { headed: false }),
    };
  });
}
