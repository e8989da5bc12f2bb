import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from '../frame.ts';
import { languages } from '../languages.ts';
import type { Page } from '../page.ts';
import { indexPages } from './index-pages.ts';

/** Writes `assets/search.LANG.json` for each language: the pages that its menu shows, and its own way in. */
export async function writeIndexes(out: string, frames: readonly Frame[]): Promise<void> {
  await mkdir(join(out, 'assets'), { recursive: true });
  await Promise.all(languages.map(async (lang) => {
    const sections = frames.find(({ page }) => page.lang === lang)?.sections ?? [];
    const index = indexPages(sections.flatMap(({ pages }) => pages).map(inBrief));
    await writeFile(join(out, 'assets', `search.${lang}.json`), JSON.stringify(index));
  }));
}

/** Pages that the build writes say nearly the same of each widget: they are found by what they are about. */
function inBrief(page: Page): Page {
  return page.file === undefined && page.format === 'md' ? { ...page, text: `# ${page.title}\n\n${page.description}` } : page;
}
