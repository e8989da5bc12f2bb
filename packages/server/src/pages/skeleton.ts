import { html } from 'hono/html';
import { type Frame, langOf } from './frame.ts';
import { direction, type Markup } from './words.ts';

/** One entry of the trail. `lang`: of the label; absent: that of the page's own words. */
export interface Crumb {
  label: string;
  href: string;
  lang?: string;
}

export interface Skeleton extends Pick<Frame, 'lang' | 'say'> {
  /** The one heading of the page, and its name. */
  title: string;
  /** True: the content brings the heading. */
  headed?: boolean | undefined;
  /** Styles, icon and scripts. */
  head: Markup;
  /** Where the reader is; its links lead there as they are. */
  trail?: readonly Crumb[] | undefined;
  /** Above the content; absent: nothing. */
  languages?: Markup | '';
  content: Markup | Markup[];
}

/** What every page has around its content, whether a server answers with it or it lies among files. */
export const skeleton = ({ lang, say, title, headed = false, head, trail = [], languages = '', content }: Skeleton): Markup => html`<!doctype html>
<html lang="${lang}" dir="${direction(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${head}
</head>
<body>
<a class="skip" href="#contenu">${say.toContent}</a>
${trail.length === 0 ? '' : html`<nav aria-label="${say.trail}"><ol>${trail.map((crumb) => html`<li><a href="${crumb.href}"${langOf({ lang }, crumb.lang ?? lang)}>${crumb.label}</a></li>`)}</ol></nav>`}
${languages}
<main id="contenu">
${headed ? '' : html`<h1>${title}</h1>`}
${content}
</main>
</body>
</html>
`;
