import { widgetNames } from '../../packages/embed/src/build/widgets.ts';
import { languages } from './languages.ts';
import type { MadePage } from './page.ts';
import { readRecords } from './statement/records.ts';
import { statementOf } from './statement/statement.ts';
import { words } from './words.ts';

/** Every page that the build makes, for all languages. */
export async function madePages(): Promise<MadePage[]> {
  return [...mapPages(), ...(await statementPages())];
}

/** The map of the site: the layout lists all pages on it. It is also what the search leads to where no script runs. */
const mapPages = (): MadePage[] =>
  languages.map((lang) => ({ lang, path: 'map', title: words[lang].map, description: words[lang].mapIntro, text: '', format: 'html' }));

/** One page for each widget about what was tested of its accessibility. */
async function statementPages(): Promise<MadePage[]> {
  const records = await readRecords();
  return languages.flatMap((lang) => widgetNames.map((widget): MadePage => {
    const text = statementOf(widget, lang, records);
    return { lang, path: `accessibility/${widget}`, title: `${words[lang].statement} <parvis-${widget}>`, description: words[lang].statementIntro, text, format: 'md' };
  }));
}
