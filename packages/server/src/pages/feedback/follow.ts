import { isParvisError } from '@parvis/contract';
import { type FollowDraft, followForm, issuesOf } from '@parvis/widgets/feedback/page-view';
import { html } from 'hono/html';
import type { ServerBackend } from '../../domain/backend.ts';
import { found } from '../../domain/faults.ts';
import type { Seals } from '../forms/seal.ts';
import { langOf } from '../frame.ts';
import { nextPage } from '../layout.ts';
import { nextIntention, openReaction, sealReaction } from '../reactions/state.ts';
import { actionAt, type Made, type PageRoutes, withToken } from '../route.ts';
import { rendered } from '../view.ts';
import { feedbackCrumb, feedbackPath, onePath } from './pages.ts';

export const followPath = (consultation: string): string => `${feedbackPath(consultation)}/follow`;

/** Asking for news of a contribution, and stopping it from the page that confirms it. The address stands on no page and in no link. */
export function mountFollow({ get, post }: PageRoutes, { consultations, feedback }: ServerBackend, sealsOf: (consultation: string) => Promise<Seals>): void {
  const path = '/c/:consultation/feedback/follow';

  post(path, async (visit, form) => {
    const { input, locale } = visit;
    const consultation = await consultations.get(input, locale);
    const seals = await sealsOf(consultation.id);
    const before = found(openReaction(seals, 'follow', form.get('state')));
    const { id = '' } = before;
    const { speech: { feedback: speech } } = visit.frame;
    const { say } = speech;
    const stopping = form.has('stop');
    const draft: FollowDraft = { email: form.get('email') ?? '', consent: form.has('consent') };
    const write = async (status: number, issues: Parameters<typeof followForm>[4] = [], trouble = ''): Promise<Made> => {
      const view = followForm(speech, 1, { action: actionAt(visit, followPath(consultation.id)), state: sealReaction(seals, 'follow', before) }, draft, issues, trouble);
      return { page: nextPage(consultation, feedbackCrumb(consultation.id), say('followTitle'), await rendered(view), { error: issues.length > 0 }), own: true, status };
    };
    const issues = stopping ? [] : issuesOf(draft);
    if (issues.length > 0) return write(422, issues);
    try {
      const { following, sequence } = await feedback.follow({ ...input, id, contact: draft, follow: !stopping, ...nextIntention(seals, before) }, locale);
      return { to: withToken(visit, followPath(consultation.id), sealReaction(seals, 'follow', { act: before.act, id, sequence, on: following })) };
    } catch (error) {
      if (!isParvisError(error) || stopping || error.code === 'not-found') throw error;
      if (error.code === 'invalid' || error.code === 'consent-required') return write(422, error.issues);
      return write(error.code === 'quota' ? 429 : 500, [], say(error.code === 'quota' ? 'busyText' : 'sendFailed'));
    }
  });

  get(path, async (visit) => {
    const { input, locale, c } = visit;
    const consultation = await consultations.get(input, locale);
    const seals = await sealsOf(consultation.id);
    const reaction = found(openReaction(seals, 'follow', c.req.query('t')));
    const { id = '', on = false } = reaction;
    const { title, lang } = await feedback.timeline({ ...input, id }, locale);
    const { speech: { feedback: { say } }, tell, to } = visit.frame;
    const content = html`<p${langOf(visit.frame, lang)}><strong>${title}</strong></p>
${on ? html`<p>${tell('followed')}</p>
<form method="post" action="${actionAt(visit, followPath(consultation.id))}"><input type="hidden" name="state" value="${sealReaction(seals, 'follow', reaction)}">
<input type="submit" name="stop" value="${say('unfollow')}"></form>` : html`<p>${say('unfollowed')}</p>`}
<p><a href="${to(onePath(consultation.id, id))}">${tell('toSteps')}</a></p>`;
    return { page: nextPage(consultation, feedbackCrumb(consultation.id), say('followTitle'), content, { headed: false, languages: consultation.languages }), own: true };
  });
}
