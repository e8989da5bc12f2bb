import { isParvisError, type ParvisError, type ProposalReceipt, randomKey, validateProposal } from '@parvis/contract';
import { type Answers, type Open, readAnswers, reviewPage, sentPage, toDraft, tooLatePage, writePage } from '@parvis/widgets/proposal-form/page-view';
import { html } from 'hono/html';
import type { ServerBackend } from '../../domain/backend.ts';
import { found } from '../../domain/faults.ts';
import { textIn } from '../forms/read.ts';
import type { Seals } from '../forms/seal.ts';
import { titled } from '../frame.ts';
import { nextPage } from '../layout.ts';
import { newReaction, sealReaction } from '../reactions/state.ts';
import { actionAt, type Made, type PageRoutes, shownSeconds, type Visit, withToken } from '../route.ts';
import { rendered } from '../view.ts';
import { goOn, gonePage, proposeCrumb, proposePage, proposePath } from './pages.ts';
import { supportAction } from './support.ts';

/** What the pages of one proposal carry. */
interface State {
  /** Drawn with the first page: the same text sent twice is one proposal. */
  act: string;
  /** On the review: what will be sent. */
  answers?: Answers;
}

interface Sent {
  title: string;
  receipt: ProposalReceipt;
}

const kind = 'proposal';
/** As much of the title as an address carries well. */
const titleShown = 120;

/** Proposing: write, check, send. */
export function mountPropose({ get, post }: PageRoutes, { consultations, proposals }: ServerBackend, sealsOf: (consultation: string) => Promise<Seals>): void {

  async function enter(visit: Visit) {
    const consultation = await consultations.get(visit.input, visit.locale);
    const seals = await sealsOf(consultation.id);
    const sending = (state: State) => ({ action: actionAt(visit, proposePath(consultation.id)), state: seals.close(kind, state) });
    return { consultation, from: proposeCrumb(consultation.id), seals, sending, speech: visit.frame.speech.form };
  }

  get('/c/:consultation/propose', async (visit) => {
    const { consultation, seals, sending, speech } = await enter(visit);
    const list = await proposals.list({ ...visit.input, cursor: visit.c.req.query('cursor') }, visit.locale);
    const form = isAsking(consultation) ? await rendered(writePage(speech, consultation, sending({ act: randomKey() }))) : undefined;
    const support = consultation.status === 'open' ? { action: actionAt(visit, supportAction(consultation.id)), state: sealReaction(seals, 'support', newReaction()) } : undefined;
    return { page: proposePage(consultation, list, form, support), own: true };
  });

  post('/c/:consultation/propose', async (visit, form) => {
    const { consultation, from, seals, sending, speech } = await enter(visit);
    const { say } = speech;
    const asking = found(isAsking(consultation) ? consultation : undefined);
    const { act, answers = readAnswers((name) => textIn(form, name)) } = seals.open<State>(kind, form.get('state')) ?? { act: randomKey() };
    const page = async (view: unknown, title: string, status = 200, error = false): Promise<Made> =>
      ({ page: nextPage(consultation, from, titled(visit.frame, title, consultation.title), await rendered(view, { text: answers.text }), { error }), own: true, status });
    const write = (issues: Parameters<typeof writePage>[4] = [], status = 200) => page(writePage(speech, asking, sending({ act }), answers, issues), say('title'), status, issues.length > 0);
    const review = (trouble = '', status = 200) => page(reviewPage(speech, asking, answers, sending({ act, answers }), trouble), say('reviewTitle'), status);
    const tooLate = () => page(tooLatePage(speech, asking, answers), say('closedTitle'), 409);

    if (form.has('change')) return write();
    const draft = toDraft(answers, asking.proposalForm, consultation.lang);
    const issues = validateProposal(asking.proposalForm, draft);
    if (!form.has('send')) return asking.proposalForm.status !== 'open' ? tooLate() : issues.length > 0 ? write(issues, 422) : review();
    try {
      const receipt = await proposals.submit({ ...draft, consultation: consultation.id, key: seals.derive('proposal', act, draft) }, visit.locale);
      const sent: Sent = { receipt, title: answers.title.trim().slice(0, titleShown) };
      return { to: withToken(visit, `${proposePath(consultation.id)}/received`, seals.close(`${kind} received`, sent, shownSeconds)) };
    } catch (error) {
      if (!isParvisError(error)) throw error;
      return again(error);
    }

    function again({ code, issues, retryAfter }: ParvisError): Promise<Made> {
      if (code === 'closed') return tooLate();
      if (code === 'invalid' || code === 'consent-required') return write(issues, 422);
      if (code === 'quota') return review(say('busyText'), 429);
      return review(say('sendFailed'), retryAfter === undefined ? 500 : 503);
    }
  });

  get('/c/:consultation/propose/received', async (visit) => {
    const { consultation, from, seals, speech } = await enter(visit);
    const sent = seals.open<Sent>(`${kind} received`, visit.c.req.query('t'));
    if (!sent) return { page: gonePage(consultation), own: true, status: 410 };
    const view = await rendered(sentPage(speech, sent.title, sent.receipt));
    return { page: nextPage(consultation, from, titled(visit.frame, speech.say('doneTitle'), consultation.title), html`${view}${goOn(visit.frame, consultation)}`, { languages: consultation.languages }), own: true };
  });
}

const isAsking = (consultation: { proposalForm?: unknown }): consultation is Open => consultation.proposalForm !== undefined;
