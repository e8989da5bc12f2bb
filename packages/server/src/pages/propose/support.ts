import type { Consultation } from '@parvis/contract';
import { html } from 'hono/html';
import type { ServerBackend } from '../../domain/backend.ts';
import { found, unless } from '../../domain/faults.ts';
import { pressed } from '../forms/read.ts';
import type { Seals } from '../forms/seal.ts';
import { langOf } from '../frame.ts';
import { type InFrame, layout, nextPage } from '../layout.ts';
import { newReaction, nextIntention, openReaction, sealReaction } from '../reactions/state.ts';
import { actionAt, type PageRoutes, withToken } from '../route.ts';
import { backLink, proposeCrumb, proposePath, supports } from './pages.ts';

export const supportAction = (consultation: string): string => `${proposePath(consultation)}/support`;

/** Supporting an idea, and taking it back from the page that says it counts. */
export function mountSupport({ get, post }: PageRoutes, { consultations, proposals }: ServerBackend, sealsOf: (consultation: string) => Promise<Seals>): void {
  const path = '/c/:consultation/propose/support';

  post(path, async (visit, form) => {
    const { consultation } = visit.input;
    const seals = await sealsOf((await consultations.get(visit.input, visit.locale)).id);
    const before = openReaction(seals, 'support', form.get('state')) ?? newReaction();
    const id = before.id ?? pressed(form, 'support') ?? '';
    const on = before.id === undefined || form.has('support');
    const act = on ? proposals.support : proposals.withdrawSupport;
    const answer = await unless(['closed'], () => act({ consultation, id, ...nextIntention(seals, before) }, visit.locale));
    if (!answer) return { page: closedPage(await consultations.get(visit.input, visit.locale)), status: 409 };
    const { sequence, supported } = answer;
    return { to: withToken(visit, supportAction(consultation), sealReaction(seals, 'support', { act: before.act, id, sequence, on: supported })) };
  });

  get(path, async (visit) => {
    const consultation = await consultations.get(visit.input, visit.locale);
    const seals = await sealsOf(consultation.id);
    const reaction = found(openReaction(seals, 'support', visit.c.req.query('t')));
    const proposal = await proposals.get({ ...visit.input, id: reaction.id ?? '' }, visit.locale);
    const { on = false } = reaction;
    const { frame } = visit;
    const { tell, to } = frame;
    return {
      own: true,
      page: nextPage(consultation, proposeCrumb(consultation.id), tell(on ? 'supported' : 'withdrawn'), html`
<p${langOf(frame, proposal.lang)}><strong>${proposal.title}</strong></p>
<p>${supports(frame, proposal.supports)}</p>
<form method="post" action="${actionAt(visit, supportAction(consultation.id))}">
<input type="hidden" name="state" value="${sealReaction(seals, 'support', reaction)}">
<input type="submit" name="${on ? 'withdraw' : 'support'}" value="${tell(on ? 'withdraw' : 'supportAgain')}">
</form>
<p>${tell('notVerified')}</p>
<p><a href="${to(proposePath(consultation.id))}">${tell('allIdeas')}</a></p>`, { headed: false, languages: consultation.languages }),
    };
  });
}

const closedPage = (c: Consultation): InFrame => layout((frame) => ({
  title: frame.tell('supportOver'),
  content: html`<p>${frame.tell('supportOverText')}</p><p>${backLink(frame, c)}</p>`,
}));
