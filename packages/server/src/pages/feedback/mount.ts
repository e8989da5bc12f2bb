import { type Consultation, normalizeCode, type Timeline } from '@parvis/contract';
import { codeForm, followForm } from '@parvis/widgets/feedback/page-view';
import { html } from 'hono/html';
import type { ServerBackend } from '../../domain/backend.ts';
import { found, unless } from '../../domain/faults.ts';
import type { Seals } from '../forms/seal.ts';
import { langOf } from '../frame.ts';
import { nextPage } from '../layout.ts';
import { opinionForm, readOpinion } from '../reactions/opinion.ts';
import { newReaction, nextIntention, openReaction, sealReaction } from '../reactions/state.ts';
import { actionAt, type Made, type PageRoutes, type Visit, withToken } from '../route.ts';
import { rendered } from '../view.ts';
import { followPath } from './follow.ts';
import { feedbackCrumb, feedbackPage, feedbackPath, history, onePath } from './pages.ts';

const findPath = (consultation: string): string => `${feedbackPath(consultation)}/find`;
const ratingPath = (consultation: string): string => `${feedbackPath(consultation)}/rating`;
/** The longest a code may be written, with spaces. */
const codeMax = 40;

/** What became of the contributions: all of them, one of them, one's own by its tracking code; and an opinion on it. */
export function mountFeedback({ get, post }: PageRoutes, { consultations, feedback }: ServerBackend, sealsOf: (consultation: string) => Promise<Seals>): void {

  const onePage = async (visit: Visit, consultation: Consultation, t: Timeline): Promise<Made> => {
    const seals = await sealsOf(consultation.id);
    const rating = { action: actionAt(visit, ratingPath(consultation.id)), state: sealReaction(seals, 'feedback', newReaction()) };
    const follow = { action: actionAt(visit, followPath(consultation.id)), state: sealReaction(seals, 'follow', newReaction(t.id)) };
    const { speech: { feedback: speech } } = visit.frame;
    return {
      own: true,
      page: nextPage(consultation, feedbackCrumb(consultation.id), t.title, html`${history(speech, t)}
${t.did === undefined ? '' : opinionForm(visit.frame, rating, { id: t.id, question: speech.say('useful') })}
${t.following ? await rendered(followForm(speech, 2, follow)) : ''}`, { headed: false, languages: visit.c.req.method === 'GET' ? consultation.languages : [] }),
    };
  };

  get('/c/:consultation/feedback', async (visit) => {
    const { input, locale, c } = visit;
    const consultation = await consultations.get(input, locale);
    const id = c.req.query('id');
    if (id !== undefined) return onePage(visit, consultation, await feedback.timeline({ ...input, id }, locale));
    const { items, next } = await feedback.list({ ...input, cursor: c.req.query('cursor') }, locale);
    const timelines = await Promise.all(items.map((item) => feedback.timeline({ ...input, id: item.id }, locale)));
    return feedbackPage(consultation, timelines, next, await rendered(codeForm(visit.frame.speech.feedback, 2, actionAt(visit, findPath(consultation.id)))));
  });

  // The answer stands at an address of its own kind, without the code: reading it again asks the browser to send the code again.
  post('/c/:consultation/feedback/find', async (visit, form) => {
    const { input, locale } = visit;
    const consultation = await consultations.get(input, locale);
    const typed = form.get('code') ?? '';
    // Copied with its label, it is still the code.
    const trackingCode = normalizeCode(typed.replace(/^.*:/s, ''));
    const timeline = trackingCode === '' || trackingCode.length > codeMax ? undefined
      : await unless(['not-found'], () => feedback.timeline({ ...input, trackingCode }, locale));
    if (timeline) return onePage(visit, consultation, timeline);
    const { speech: { feedback: speech } } = visit.frame;
    const { say } = speech;
    const view = await rendered(codeForm(speech, 1, actionAt(visit, findPath(consultation.id)), typed, say(trackingCode === '' ? 'codeMissing' : 'codeUnknown')));
    return { page: nextPage(consultation, feedbackCrumb(consultation.id), say('codeTitle'), view, { error: true }), own: true, status: trackingCode === '' ? 422 : 404 };
  });

  post('/c/:consultation/feedback/rating', async (visit, form) => {
    const { id: consultation } = await consultations.get(visit.input, visit.locale);
    const seals = await sealsOf(consultation);
    const before = openReaction(seals, 'feedback', form.get('state')) ?? newReaction();
    const opinion = readOpinion(form);
    const { useful, sequence } = await feedback.rate({ ...visit.input, ...opinion, ...nextIntention(seals, before) });
    return { to: withToken(visit, ratingPath(consultation), sealReaction(seals, 'feedback', { act: before.act, id: opinion.id, sequence, on: useful })) };
  });

  get('/c/:consultation/feedback/rating', async (visit) => {
    const { input, locale, c } = visit;
    const consultation = await consultations.get(input, locale);
    const seals = await sealsOf(consultation.id);
    const { id = '', on, ...reaction } = found(openReaction(seals, 'feedback', c.req.query('t')));
    const { title, lang } = await feedback.timeline({ ...input, id }, locale);
    const rating = { action: actionAt(visit, ratingPath(consultation.id)), state: sealReaction(seals, 'feedback', reaction) };
    const { speech: { feedback: { say } }, tell, to } = visit.frame;
    const content = html`<p${langOf(visit.frame, lang)}><strong>${title}</strong></p>
${opinionForm(visit.frame, rating, { id, on, question: say('useful') })}
<p><a href="${to(onePath(consultation.id, id))}">${tell('toSteps')}</a></p>`;
    return { page: nextPage(consultation, feedbackCrumb(consultation.id), say('thanks').replace(/\.$/, ''), content, { headed: false, languages: consultation.languages }), own: true };
  });
}
