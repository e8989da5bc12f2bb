import type { Consultation } from '@parvis/contract';
import { html } from 'hono/html';
import { direction, moment, type Markup } from './words.ts';

export interface Page {
  /** The one heading of the page, and its name. */
  title: string;
  /** True: the content brings the heading. */
  headed?: boolean | undefined;
  /** Language of the content; the words around it are French. */
  lang?: string | undefined;
  /** The widget whose file the page loads: `ballot`. */
  widget?: string | undefined;
  /** Where the reader is: the last entry is the page itself. */
  trail?: readonly { label: string; href: string }[] | undefined;
  content: Markup | Markup[];
}

export const layout = ({ title, headed = false, lang = 'fr', widget, trail = [], content }: Page): Markup => html`<!doctype html>
<html lang="fr">
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
<a class="skip" href="#contenu">Aller au contenu</a>
${trail.length === 0 ? '' : html`<nav aria-label="Fil d’Ariane"><ol>${trail.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ol></nav>`}
<main id="contenu" lang="${lang}" dir="${direction(lang)}">
${headed ? '' : html`<h1>${title}</h1>`}
${content}
</main>
</body>
</html>
`;

/** Whoever hears only the title of a page has to know that the form came back. */
export const withError = (error: boolean, title: string): string => (error ? `Erreur : ${title}` : title);

/** Until when one can take part, in one sentence. */
export function datesSentence({ status, opensAt, closesAt }: { status: string; opensAt?: string | undefined; closesAt?: string | undefined }, lang: string): string {
  if (status === 'upcoming' && opensAt !== undefined) return `Cela commence le ${moment(opensAt, lang)}.`;
  if (status === 'closed') return closesAt === undefined ? 'C’est terminé.' : `C’est terminé depuis le ${moment(closesAt, lang)}.`;
  return closesAt === undefined ? 'C’est ouvert.' : `C’est ouvert jusqu’au ${moment(closesAt, lang)}.`;
}

/** How to take part without a computer, on every page where one can take part. */
export const offlineBox = (offline: string | undefined): Markup | '' =>
  offline === undefined ? '' : html`<section class="box" aria-labelledby="autrement"><h2 id="autrement">Sans ordinateur</h2><p>${offline}</p></section>`;

export const consultationTrail = (c: Consultation): { label: string; href: string }[] =>
  [{ label: 'Consultations', href: '/' }, { label: c.title, href: `/c/${c.id}` }];

/** A link to the next page of a list, under it. */
export const nextLink = (next: string | undefined, label: string): Markup | '' =>
  next === undefined ? '' : html`<p><a href="?cursor=${encodeURIComponent(next)}">${label}</a></p>`;
