import type { BallotOption, Choice, Consultation, Receipt } from '@parvis/contract';
import {
  changedMessage, choiceOf, choosePage, chosenBefore, issuesOf, lateMessage, makingOf, type Making, type Message, namedBy, nothingMade, readMaking, reviewPage, standPage,
} from '@parvis/widgets/ballot/page-view';
import type { VoteLimits } from '../../api/cast-limit.ts';
import type { ServerBackend } from '../../domain/backend.ts';
import type { Seals } from '../forms/seal.ts';
import { titled } from '../frame.ts';
import { nextPage } from '../layout.ts';
import { actionAt, type Made, type PageRoutes, type Shown, shownSeconds, type Visit, withToken } from '../route.ts';
import { rendered } from '../view.ts';
import { castVote } from './cast.ts';
import { ballotsPage, codeBallotsPage } from './lists.ts';
import { ballotCrumb, firstPage, receivedPage, votePath } from './pages.ts';
import { casting, closeState, newAct, openState, type VoteState } from './state.ts';

/** Voting: choose, review, cast, receipt. Every step is a form; what it carries is sealed. */
export function mountVote({ get, post }: PageRoutes, { consultations, votes }: ServerBackend, sealsOf: (consultation: string) => Promise<Seals>, { casts, steps }: VoteLimits): void {

  /** Everything about the ballot that an address names. `known`: its consultation, where it has been asked for already. */
  async function enter(visit: Visit, id: string, known?: Consultation) {
    const { input, locale, frame } = visit;
    const speech = frame.speech.ballot;
    const [consultation, ballot] = await Promise.all([known ?? consultations.get(input, locale), votes.ballot({ ...input, ballot: id }, locale)]);
    const seals = await sealsOf(ballot.consultation);
    const sending = (state: VoteState) => ({ action: actionAt(visit, votePath(ballot.consultation, ballot.id)), state: closeState(seals, ballot.id, state) });
    const show = async (view: unknown, title: string, { error = false, ...more }: Omit<Shown, 'page'> & { error?: boolean } = {}): Promise<Shown> =>
      ({ page: nextPage(consultation, () => ballotCrumb(ballot), title, await rendered(view), { error }), own: true, ...more });
    const reviewTitle = titled(frame, speech.say('review'), ballot.title);
    return { consultation, ballot, seals, sending, show, speech, reviewTitle };
  }
  type Room = Awaited<ReturnType<typeof enter>>;

  const choose = ({ ballot, sending, show, speech }: Room, { act }: Pick<VoteState, 'act'>, making: Making, { message, status }: { message?: Message; status?: number } = {}): Promise<Made> => {
    const issues = status === 422 && !message ? issuesOf(ballot, making) : [];
    const view = choosePage(speech, ballot, sending({ act, rulesHash: ballot.rulesHash }), { ...making, issues, message });
    return show(view, ballot.title, { status, error: issues.length > 0 });
  };

  const review = ({ ballot, sending, show, speech, reviewTitle }: Room, { act }: Pick<VoteState, 'act'>, choice: Choice): Promise<Made> =>
    show(reviewPage(speech, ballot, choice, sending({ act, rulesHash: ballot.rulesHash, choice })), reviewTitle);

  const over = ({ ballot, show, speech }: Room, message?: Message): Promise<Made> => show(standPage(speech, ballot, message), ballot.title, { status: 409 });

  /** The ballot is not what it was when it was shown: what still exists stays chosen. */
  const changed = (room: Room, state: VoteState, making: Making, before: readonly BallotOption[]): Promise<Made> =>
    choose(room, state, making, { message: changedMessage(room.speech, room.ballot, before), status: 409 });

  async function first(visit: Visit, id: string, known?: Consultation): Promise<Made> {
    const { consultation, ballot, sending, speech } = await enter(visit, id, known);
    const open = ballot.status === 'open' && ballot.options.length > 0;
    const view = open ? choosePage(speech, ballot, sending(newAct(ballot.rulesHash)), nothingMade) : standPage(speech, ballot);
    return { page: firstPage(consultation, ballot, view), own: open };
  }

  async function all({ input, locale }: Visit, consultation: Consultation): Promise<Made> {
    const ballots = await Promise.all(consultation.ballots.map(({ id }) => votes.ballot({ ...input, ballot: id }, locale)));
    const withCode = ballots.filter(({ eligibility }) => eligibility === 'code');
    return withCode.length > 1 && withCode.length === ballots.length ? codeBallotsPage(consultation, ballots) : ballotsPage(consultation);
  }

  get('/c/:consultation/vote', async (visit) => {
    const consultation = await consultations.get(visit.input, visit.locale);
    const only = consultation.ballots.length === 1 ? consultation.ballots[0]?.id : undefined;
    const ballot = visit.c.req.query('ballot') ?? only;
    return ballot === undefined ? all(visit, consultation) : first(visit, ballot, consultation);
  });
  get('/c/:consultation/vote/:ballot', (visit) => first(visit, visit.c.req.param('ballot') ?? ''));

  post('/c/:consultation/vote/:ballot', async (visit, form) => {
    const room = await enter(visit, visit.c.req.param('ballot') ?? '');
    const { ballot, seals, speech } = room;
    const posted = (name: string) => form.getAll(name);
    const state = openState(seals, ballot.id, form.get('state'));
    if (form.has('cast') && state?.choice) return cast(visit, room, { ...state, choice: state.choice }, form.get('code') ?? '');
    steps(visit.c);
    if (ballot.status !== 'open') return over(room, ballot.status === 'closed' ? lateMessage(speech) : undefined);
    const making = state?.choice ? makingOf(ballot, state.choice) : readMaking(ballot, posted);
    if (!state) return choose(room, newAct(ballot.rulesHash), making, { message: ['warn', speech.plain('stale'), speech.plain('staleText')], status: 422 });
    if (state.rulesHash !== ballot.rulesHash) return changed(room, state, making, state.choice ? namedBy(ballot, state.choice) : chosenBefore(ballot, posted));
    if (form.has('clear')) return choose(room, state, nothingMade);
    if (form.has('change')) return choose(room, state, making);
    if (form.has('blank') && ballot.blank) return review(room, state, { blank: true });
    return issuesOf(ballot, making).length > 0 ? choose(room, state, making, { status: 422 }) : review(room, state, choiceOf(ballot, making));
  });

  async function cast(visit: Visit, room: Room, state: VoteState & { choice: Choice }, typed: string): Promise<Made> {
    const { ballot, seals, sending, show, speech, reviewTitle } = room;
    const { choice, rulesHash } = state;
    const outcome = await castVote(speech, ballot, ballot.eligibility === 'code' ? typed : undefined, async (code) => {
      const vote = { consultation: ballot.consultation, ballot: ballot.id, rulesHash, choice, ...casting(seals, state, code) };
      return (await casts(visit.c, vote, () => votes.cast(vote, visit.locale))) as Receipt;
    });
    // A slip of the finger never came to the limit of votes.
    if ('wrongCode' in outcome && outcome.status === 422) steps(visit.c);
    if ('receipt' in outcome) {
      const token = seals.close(`receipt ${ballot.id}`, outcome.receipt, shownSeconds);
      return { to: withToken(visit, `${votePath(ballot.consultation, ballot.id)}/receipt`, token) };
    }
    if ('changed' in outcome) return changed(room, state, makingOf(ballot, choice), namedBy(ballot, choice));
    if ('over' in outcome) return over(room, outcome.over === 'late' ? lateMessage(speech) : outcome.over === 'voted' ? ['info', speech.plain('voted'), speech.plain('votedText')] : undefined);
    const again = (more: Parameters<typeof reviewPage>[4]) => reviewPage(speech, ballot, choice, sending(state), more);
    const { status, retryAfter } = outcome;
    if ('wrongCode' in outcome) return show(again({ code: { typed, wrong: outcome.wrongCode } }), reviewTitle, { status, retryAfter, error: true });
    return show(again({ code: { typed }, message: outcome.again }), reviewTitle, { status, retryAfter });
  }

  get('/c/:consultation/vote/:ballot/receipt', async (visit) => {
    const { consultation, ballot, seals } = await enter(visit, visit.c.req.param('ballot') ?? '');
    const receipt = seals.open<Receipt>(`receipt ${ballot.id}`, visit.c.req.query('t'));
    return { page: receivedPage(visit.frame, consultation, ballot, receipt), own: true, status: receipt ? 200 : 410 };
  });
}
