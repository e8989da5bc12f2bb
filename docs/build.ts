// Writes what can be read off the code: `contract.md`, and the tables between the markers of other pages; and the no-break spaces of French.
// `node --conditions=parvis-source docs/build.ts`; a test fails when a page is older than the code.
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { groups } from '../packages/contract/src/operations/index.ts';
import { widgetNames } from '../packages/embed/src/build/widgets.ts';
import { apiOf, measureTable, tokenTable } from './read-off/api-tables.ts';
import { contractPage } from './read-off/contract-page.ts';
import { rulesTable } from './read-off/four-rules.ts';
import { withFrenchSigns } from './read-off/french-signs.ts';
import { snippetBlocks } from './read-off/snippet-blocks.ts';

const youngTown = fileURLToPath(new URL('../examples/town-site/jeunes-2025.projets.pb', import.meta.url));

/** What stands above the states, by language of the page. */
const stateHeads = { en: '| address | state |', fr: '| adresse | état |' } as const;
type Lang = keyof typeof stateHeads;

/** The pages this script writes, by their path in `docs`, as they should be. */
export async function pages(): Promise<Map<string, string>> {
  const result = new Map<string, string>();
  for (const lang of Object.keys(stateHeads) as Lang[]) {
    result.set(`${lang}/contract.md`, contractPage(lang));
    for (const name of widgetNames) await put(`${lang}/widgets/${name}.md`, { api: apiOf(name, lang), states: await statesOf(name, lang) });
    await put(`${lang}/themes.md`, { tokens: tokenTable(lang), measures: measureTable(lang) });
    await put(`${lang}/snippet.md`, snippetBlocks());
    await put(`${lang}/organiser/counting-rule.md`, { 'four-rules': await rulesTable(youngTown, { lang }) });
  }
  for (const path of globSync('fr/**/*.md', { cwd: import.meta.dirname })) result.set(path, withFrenchSigns(result.get(path) ?? (await read(path))));
  return result;

  async function put(path: string, texts: Readonly<Record<string, string>>): Promise<void> {
    let page = await read(path);
    for (const [name, text] of Object.entries(texts)) page = fill(page, name, text);
    result.set(path, page);
  }
}

async function statesOf(name: string, lang: Lang): Promise<string> {
  const module = (await import(`../packages/widgets/src/${name}/${name}.examples.ts`)) as { examples: { name: string; title: string }[] };
  const rows = module.examples.map(({ name: state, title }) => `| \`/gallery/${name}/${state}/\` | ${title} |`);
  return [stateHeads[lang], '| --- | --- |', ...rows].join('\n');
}

/** Puts text between `<!-- NAME -->` and `<!-- /NAME -->`. @throws when the markers are not there */
function fill(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no place ${start} … ${end}`);
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`;
}

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

if (import.meta.main) {
  for (const [path, text] of await pages()) await writeFile(new URL(path, import.meta.url), text);
  console.log(`Written. The contract has ${Object.keys(groups).length} groups.`);
}
