import type { Consultation, Contribution, Step, Timeline } from '@parvis/contract';
import { type FeedbackSpeech, stepWords, weight } from '@parvis/widgets/feedback/page-view';
import { html } from 'hono/html';
import { type Frame, langOf, tagLang, titled } from '../frame.ts';
import { consultationTrail, type InFrame, layout, linkAbout, nextLink } from '../layout.ts';
import type { Crumb } from '../skeleton.ts';
import { type Markup, money, paragraphs } from '../words.ts';

export const feedbackPath = (consultation: string): string => `/c/${consultation}/feedback`;

/** What became of the contributions, step by step, inside the tag that adds search. `more`: what can be done here. */
export const feedbackPage = (c: Consultation, timelines: readonly Timeline[], next: string | undefined, more: Markup): InFrame => layout((frame) => {
  const { speech, tell } = frame;
  return {
    title: titled(frame, frame.say.feedback, c.title),
    languages: c.languages,
    widget: 'feedback',
    trail: consultationTrail(c, frame.say),
    content: html`
<parvis-feedback consultation="${c.id}" backend="/"${tagLang(frame)}>
${timelines.length === 0 ? html`<p>${speech.feedback.say('emptyTitle')}</p>` : timelines.map((t) => html`
<section id="suivi-${t.id}"><h2${langOf(frame, t.lang)}>${t.title}</h2>${history(speech.feedback, t)}
<p>${linkAbout(frame, onePath(c.id, t.id), tell('opinionAndNews'), t.title)}</p></section>`)}
${nextLink(frame, next, tell('moreProjects'))}
${more}
</parvis-feedback>`,
  };
});

export const feedbackCrumb = (consultation: string) => ({ say }: Frame): Crumb => ({ label: say.feedback, href: feedbackPath(consultation) });

export const onePath = (consultation: string, id: string): string => `${feedbackPath(consultation)}?id=${id}`;

/** Facts, words and steps of one contribution, under its title. */
export function history(speech: FeedbackSpeech, t: Timeline): Markup {
  const { say } = speech;
  return html`
<p class="quiet">${facts(speech, t)}</p>
${t.said === undefined ? '' : html`<h3>${say('said')}</h3>${told(speech, t.said, t.lang)}`}
${t.did === undefined ? '' : html`<h3>${say('did')}</h3>${told(speech, t.did, t.lang)}`}
${t.steps.length === 0 ? '' : html`<h3>${say('steps')}</h3><ol class="steps">${t.steps.map((step) => stepRow(speech, step, t.lang))}</ol>`}`;
}

/** The town's own words. */
const told = (speech: FeedbackSpeech, text: string | undefined, lang: string): Markup | '' => (text ? html`<div${langOf(speech, lang)}>${paragraphs(text)}</div>` : '');

function facts({ say, lang }: FeedbackSpeech, { progress, place, cost, currency }: Contribution): string {
  const price = cost === undefined || currency === undefined ? undefined : say('cost', { money: money(cost, currency, lang) });
  return [say(progress), place && say('place', { place }), price].filter((part) => part).join(' · ');
}

const stepRow = (speech: FeedbackSpeech, s: Step, textLang: string): Markup => html`
<li><strong${langOf(speech, textLang)}>${s.title}</strong> (${stepWords(s, speech.say, speech.lang)})
${told(speech, s.text, textLang)}
${s.documents ? html`<ul>${s.documents.map((d) => html`<li><a href="${d.href}">${documentWords(speech, d)}</a></li>`)}</ul>` : ''}</li>`;

const documentWords = ({ say, lang }: FeedbackSpeech, { title, format, bytes }: NonNullable<Step['documents']>[number]): string =>
  (bytes === undefined ? say('documentPlain', { title, format }) : say('document', { title, format, size: weight(bytes, lang) }));
