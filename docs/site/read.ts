import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { languages, type Lang } from './languages.ts';
import { headingsOf, plain, withoutCode } from './markdown/headings.ts';
import { withUrl, type Page } from './page.ts';
import { programs } from './programs.ts';

/** The folder of the documentation, with a separator at the end. */
export const docs = join(import.meta.dirname, '..', '/');

/** Every page that is a file: `fr/**`, `en/**`, and the decisions, which are in English only. */
export function readPages(): Page[] {
  const files = globSync([...languages.map((lang) => `${lang}/**/*.md`), 'decisions/*.md'], { cwd: docs }).map((file) => file.split(sep).join('/')).sort();
  return files.map((file) => {
    const text = readFileSync(join(docs, file), 'utf8');
    // What a forge shows for a folder is where the site begins for a language.
    const path = file.replace(/\.md$/, '').replace(/(?<=^|\/)README$/, 'index');
    const title = headingsOf(text).find(({ level }) => level === 1)?.text;
    if (title === undefined) throw new Error(`docs/${file} has no title: its first line is "# Title"`);
    const common = { title, description: firstSentence(text), text, format: 'md' as const, file };
    const [first = '', ...rest] = path.split('/');
    if (isLang(first)) return withUrl({ ...common, ...programs[rest.join('/')], lang: first, path: rest.join('/') });
    return { ...common, lang: 'en', path, url: `${path}.html` };
  });
}

const isLang = (name: string): name is Lang => (languages as readonly string[]).includes(name);

/** The first sentence under the title, without marks. */
function firstSentence(markdown: string): string {
  const [, paragraph = ''] = /^(?!#|\||<|-|\*|>|\d\.|!\[)(\S.*(?:\n(?!\n).+)*)$/m.exec(withoutCode(markdown)) ?? [];
  const text = plain(paragraph).replace(/\s+/g, ' ');
  return /^.*?[.!?:](?= |$)/.exec(text)?.[0] ?? text;
}
