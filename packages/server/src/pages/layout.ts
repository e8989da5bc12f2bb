import type { Consultation } from '@parvis/contract';
import { html } from 'hono/html';
import { type Frame, languageLinks, own, titled } from './frame.ts';
import { type Crumb, skeleton, type Skeleton } from './skeleton.ts';
import { moment, type Markup } from './words.ts';

export interface Page extends Pick<Skeleton, 'title' | 'headed' | 'trail' | 'content'> {
  /** Languages that the content can be read in. */
  languages?: readonly string[] | undefined;
  /** The widget whose file the page loads: `ballot`. */
  widget?: string | undefined;
}

/** A page that is whole once it is known in which language it is asked for. */
export type InFrame = (frame: Frame) => Markup;

export const layout = (make: (frame: Frame) => Page): InFrame => (frame) => {
  const { languages = [], widget, trail = [], ...page } = make(frame);
  return skeleton({
    ...page,
    ...frame,
    trail: trail.map((crumb) => ({ ...crumb, href: frame.to(crumb.href) })),
    languages: languageLinks(frame, languages),
    head: html`<link rel="stylesheet" href="/pages/pages.css">
<link rel="icon" href="/pages/icon.svg">
<script type="module" src="/pages/frame.js"></script>
${widget === undefined ? '' : html`<script type="module" src="/pages/keep-form.js"></script>
<script type="module" src="/embed/parvis-${widget}.js"></script>`}`,
  });
};

/** Until when one can take part, in one sentence. */
export function datesSentence({ lang, say }: Pick<Frame, 'lang' | 'say'>, { status, opensAt, closesAt }: { status: string; opensAt?: string | undefined; closesAt?: string | undefined }): string {
  if (status === 'upcoming' && opensAt !== undefined) return say.starts(moment(opensAt, lang));
  if (status === 'closed') return closesAt === undefined ? say.over : say.overSince(moment(closesAt, lang));
  return closesAt === undefined ? say.open : say.openUntil(moment(closesAt, lang));
}

/** How to take part without a computer, on every page where one can take part. */
export const offlineBox = (frame: Pick<Frame, 'lang' | 'say'>, { offline, lang }: Pick<Consultation, 'offline' | 'lang'>): Markup | '' =>
  offline === undefined ? '' : html`<section class="box" aria-labelledby="autrement"><h2 id="autrement">${frame.say.withoutComputer}</h2><p>${own(frame, offline, lang)}</p></section>`;

export const consultationTrail = (c: Consultation, say: Frame['say']): Crumb[] =>
  [{ label: say.consultations, href: '/' }, { label: c.title, href: `/c/${c.id}`, lang: c.lang }];

interface Following {
  /** The form came back: whoever hears only the title has to know. */
  error?: boolean;
  /** False: the content brings no heading. */
  headed?: boolean;
  /** Languages of a page that can be loaded again. */
  languages?: readonly string[];
}

/** What follows a page with a form, `from`: without the widget, since whoever is here has chosen this way. */
export const nextPage = (c: Consultation, from: (frame: Frame) => Crumb, title: string, content: Markup, { error = false, headed = true, languages = [] }: Following = {}): InFrame => layout((frame) => ({
  title: error ? `${frame.speech.ballot.say('error')} ${title}` : title,
  headed,
  languages,
  trail: [...consultationTrail(c, frame.say), from(frame)],
  content,
}));

/** A link of which several look the same: its name also says what it is about. */
export const linkAbout = (frame: Frame, path: string, label: string, about: string): Markup =>
  html`<a href="${frame.to(path)}">${label}<span class="pv-visually-hidden">${titled(frame, '', about)}</span></a>`;

/** A link to the next page of a list, under it. */
export const nextLink = ({ to }: Pick<Frame, 'to'>, next: string | undefined, label: string): Markup | '' =>
  next === undefined ? '' : html`<p><a href="${to(`?cursor=${encodeURIComponent(next)}`)}">${label}</a></p>`;
