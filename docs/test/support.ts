import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every page that people read, from the top folder. */
export const everyPage: readonly string[] = globSync(['README.md', 'docs/*.md', 'docs/{fr,en,decisions,site}/**/*.md', 'packages/*/README.md', 'examples/**/README.md'], { cwd: root, exclude: (name) => name === 'node_modules' })
  .map((path) => path.split(sep).join('/')).sort();

export interface Block {
  page: string;
  /** The word after the fence; empty for none. */
  language: string;
  code: string;
}

/** The blocks of code of one page. What is indented in a list is taken back to the start of the line. */
export const blocksOf = (page: string): Block[] =>
  Array.from(read(page).matchAll(/^( *)(```+)(\w*)\n(.*?)^\1\2$/gms), ([, indent = '', , language = '', code = '']) => ({ page, language, code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), '') }));

export const blocks: readonly Block[] = everyPage.flatMap(blocksOf);
