import { type AskReceipt, isParvisError, type ParvisError, randomKey } from '@parvis/contract';
import { askedPage, askForm, issuesOf, type Question } from '@parvis/widgets/faq/page-view';
import { html } from 'hono/html';
import type { ServerBackend } from '../../domain/backend.ts';
import { textIn } from '../forms/read.ts';
import type { Seals } from '../forms/seal.ts';
import { newReaction, sealReaction } from '../reactions/state.ts';
import { titled } from '../frame.ts';
import { nextPage } from '../layout.ts';
import { actionAt, type Made, type PageRoutes, shownSeconds, type Visit, withToken } from '../route.ts';
import { rendered } from '../view.ts';
import { faqCrumb, faqPage, faqPath } from './pages.ts';
import { ratingPath } from './rate.ts';

const kind = 'question';

/** What the pages of one question carry: the same question sent twice is one. */
interface State {
  act: string;
}

/** Questions with their answers, and asking one. */
export function mountFaq({ get, post }: PageRoutes, { consultations, faq }: ServerBackend, sealsOf: (consultation: string) => Promise<Seals>): void {

  async function enter(visit: Visit) {
    const consultation = await consultations.get(visit.input, visit.locale);
    const seals = await sealsOf(consultation.id);
    const sending = (state: State) => ({ action: actionAt(visit, faqPath(consultation.id)), state: seals.close(kind, state) });
    return { consultation, from: faqCrumb(consultation.id), seals, sending, speech: visit.frame.speech.faq };
  }

  get('/c/:consultation/faq', async (visit) => {
    const { consultation, seals, sending, speech } = await enter(visit);
    const list = await faq.list({ ...visit.input, cursor: visit.c.req.query('cursor') }, visit.locale);
    const rating = { action: actionAt(visit, ratingPath(consultation.id)), state: sealReaction(seals, 'faq', newReaction()) };
    const ask = list.asking ? await rendered(askForm(speech, 2, sending({ act: randomKey() }))) : undefined;
    return { page: faqPage(consultation, list, rating, ask), own: true };
  });

  post('/c/:consultation/faq', async (visit, form) => {
    const { consultation, from, seals, sending, speech } = await enter(visit);
    const { say } = speech;
    const { act } = seals.open<State>(kind, form.get('state')) ?? { act: randomKey() };
    const draft: Question = { question: textIn(form, 'question'), email: textIn(form, 'email'), consent: form.has('consent') };
    const write = async (status: number, issues: ParvisError['issues'], trouble = ''): Promise<Made> => {
      const view = await rendered(askForm(speech, 1, sending({ act }), draft, issues, trouble), { question: draft.question });
      return { page: nextPage(consultation, from, titled(visit.frame, say('askOpen'), consultation.title), view, { error: issues.length > 0 }), own: true, status };
    };
    const issues = issuesOf(draft);
    if (issues.length > 0) return write(422, issues);
    const email = draft.email.trim();
    const content = { consultation: consultation.id, question: draft.question.trim(), ...(email && { contact: { email, consent: draft.consent } }), lang: consultation.lang };
    try {
      const receipt = await faq.ask({ ...content, key: seals.derive('question', act, content) }, visit.locale);
      return { to: withToken(visit, `${faqPath(consultation.id)}/received`, seals.close(`${kind} received`, receipt, shownSeconds)) };
    } catch (error) {
      if (!isParvisError(error)) throw error;
      const { code, retryAfter } = error;
      if (code === 'invalid') return write(422, error.issues);
      if (code === 'closed') return write(409, [], `${say('askClosed')} ${visit.frame.tell('questionKept')}`);
      if (code === 'quota') return write(429, [], say('busyText'));
      return write(retryAfter === undefined ? 500 : 503, [], say('sendFailed'));
    }
  });

  get('/c/:consultation/faq/received', async (visit) => {
    const { consultation, from, seals, speech } = await enter(visit);
    const { tell, to } = visit.frame;
    const { languages } = consultation;
    const receipt = seals.open<AskReceipt>(`${kind} received`, visit.c.req.query('t'));
    const back = html`<p><a href="${to(faqPath(consultation.id))}">${tell('toQuestions')}</a></p>`;
    if (!receipt) {
      return { page: nextPage(consultation, from, speech.say('question'), html`<p>${tell('arrivedBefore')}</p>${back}`, { headed: false, languages }), own: true, status: 410 };
    }
    const view = await rendered(askedPage(speech, receipt));
    return { page: nextPage(consultation, from, titled(visit.frame, speech.say('doneTitle'), consultation.title), html`${view}<p>${tell('oneHour')}</p>${back}`, { languages }), own: true };
  });
}
