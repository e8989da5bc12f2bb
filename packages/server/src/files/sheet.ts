import { html } from 'hono/html';
import { langOf } from '../pages/frame.ts';
import { french } from '../pages/frame.words.ts';
import type { Crumb } from '../pages/layout.ts';
import type { Markup } from '../pages/words.ts';

export interface Sheet {
  title: string;
  /** True: the content brings the heading. */
  headed?: boolean;
  /** The way to the folder of all pages, without a slash at its end. */
  root: string;
  trail?: readonly Crumb[];
  content: Markup;
}

/** A page among files: one style sheet beside it, no script, every link relative, so that it works below any address. */
export const sheet = ({ title, headed = false, root, trail = [], content }: Sheet): string => `${html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${root}/parvis.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#contenu">${french.toContent}</a>
${trail.length === 0 ? '' : html`<nav aria-label="${french.trail}"><ol>${trail.map(({ label, href, lang }) => html`<li><a href="${href}"${langOf({ lang: 'fr' }, lang ?? 'fr')}>${label}</a></li>`)}</ol></nav>`}
<main id="contenu">
${headed ? '' : html`<h1>${title}</h1>`}
${content}
</main>
</body>
</html>
`}`;
