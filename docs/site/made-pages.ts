import { languages } from './languages.ts';
import type { MadePage } from './page.ts';
import { words } from './words.ts';

/** Every page that the build makes, for all languages. A page with a form or a script of its own names its files in `scripts` and `styles`. */
export function madePages(): MadePage[] {
  return mapPages();
}

/** The map of the site: the layout lists all pages on it. It is also what the search leads to where no script runs. */
const mapPages = (): MadePage[] =>
  languages.map((lang) => ({ lang, path: 'map', title: words[lang].map, description: words[lang].mapIntro, text: '', format: 'html' }));
