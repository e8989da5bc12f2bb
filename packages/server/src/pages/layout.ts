import type { Consultation } from '@parvis/contract';
import { html, raw } from 'hono/html';
import { type Frame, languageLinks } from './frame.ts';
import { french } from './frame.words.ts';
import { direction, moment, type Markup } from './words.ts';

export interface Page {
  /** The one heading of the page, and its name. */
  title: string;
  /** True: the content brings the heading. */
  headed?: boolean | undefined;
  /** Languages that the content can be read in. */
  languages?: readonly string[] | undefined;
  /** The widget whose file the page loads: `ballot`. */
  widget?: string | undefined;
  /** Where the reader is: the last entry is the page itself. */
  trail?: readonly Crumb[] | undefined;
  content: Markup | Markup[];
}

/** One entry of the trail. `lang`: of the label; absent: that of the page's own words. */
export interface Crumb {
  label: string;
  href: string;
  lang?: string;
}

/** A page that is whole once it is known in which language it is asked for. */
export type InFrame = (frame: Frame) => Markup;

export const layout = (make: Page | ((frame: Frame) => Page)): InFrame => (frame) => document(frame, typeof make === 'function' ? make(frame) : make);

const document = (frame: Frame, { title, headed = false, languages = [], widget, trail = [], content }: Page): Markup => html`<!doctype html>
<html lang="${frame.lang}" dir="${direction(frame.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/pages/pages.css">
<link rel="icon" href="/pages/icon.svg">
<script type="module" src="/pages/frame.js"></script>
${widget === undefined ? '' : html`<script type="module" src="/pages/keep-form.js"></script>
<script type="module" src="/embed/parvis-${widget}.js"></script>`}
</head>
<body>
<a class="skip" href="#contenu">${frame.say.toContent}</a>
${trail.length === 0 ? '' : html`<nav aria-label="${frame.say.trail}"><ol>${trail.map((crumb) => html`<li><a href="${frame.to(crumb.href)}"${crumb.lang === undefined || crumb.lang === frame.lang ? '' : raw(` lang="${crumb.lang}"`)}>${crumb.label}</a></li>`)}</ol></nav>`}
${languageLinks(frame, languages)}
<main id="contenu">
${headed ? '' : html`<h1>${title}</h1>`}
${content}
</main>
</body>
</html>
`;

/** Whoever hears only the title of a page has to know that the form came back. */
export const withError = ({ speech }: Pick<Frame, 'speech'>, error: boolean, title: string): string => (error ? `${speech.ballot.say('error')} ${title}` : title);

/** Until when one can take part, in one sentence. */
export function datesSentence({ lang, say }: Pick<Frame, 'lang' | 'say'>, { status, opensAt, closesAt }: { status: string; opensAt?: string | undefined; closesAt?: string | undefined }): string {
  if (status === 'upcoming' && opensAt !== undefined) return say.starts(moment(opensAt, lang));
  if (status === 'closed') return closesAt === undefined ? say.over : say.overSince(moment(closesAt, lang));
  return closesAt === undefined ? say.open : say.openUntil(moment(closesAt, lang));
}

/** How to take part without a computer, on every page where one can take part. `text` may be marked with its language. */
export const offlineBox = (text: string | Markup | undefined, say = french): Markup | '' =>
  text === undefined ? '' : html`<section class="box" aria-labelledby="autrement"><h2 id="autrement">${say.withoutComputer}</h2><p>${text}</p></section>`;

export const consultationTrail = (c: Consultation, say = french): Crumb[] =>
  [{ label: say.consultations, href: '/' }, { label: c.title, href: `/c/${c.id}`, lang: c.lang }];

/** A link to the next page of a list, under it. */
export const nextLink = ({ to }: Pick<Frame, 'to'>, next: string | undefined, label: string): Markup | '' =>
  next === undefined ? '' : html`<p><a href="${to(`?cursor=${encodeURIComponent(next)}`)}">${label}</a></p>`;
