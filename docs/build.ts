// Writes what can be read off the code: `contract.md`, and the tables between the markers of other pages.
// `node --conditions=parvis-source docs/build.ts`; a test fails when a page is older than the code.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { groups } from '../packages/contract/src/operations/index.ts';
import { tokens } from '../packages/widgets/src/shared/tokens.css.ts';
import { rulesTable } from './four-rules.ts';
import { contractPage } from './read-off/contract-page.ts';

export const widgetNames = ['proposal-form', 'ballot', 'results', 'faq', 'feedback'] as const;

const youngTown = fileURLToPath(new URL('../examples/town-site/jeunes-2025.projets.pb', import.meta.url));

/** What stands above the tables, by language of the page. */
const headings = {
  en: { states: '| address | state |', tokens: '| custom property | light | dark |' },
  fr: { states: '| adresse | état |', tokens: '| propriété | clair | sombre |' },
} as const;
type Lang = keyof typeof headings;

/** The pages this script writes, by their path in `docs`, as they should be. */
export async function pages(): Promise<Map<string, string>> {
  const result = new Map<string, string>();
  for (const lang of Object.keys(headings) as Lang[]) {
    for (const name of widgetNames) await put(`${lang}/widgets/${name}.md`, 'states', await statesOf(name, lang));
    result.set(`${lang}/contract.md`, contractPage(lang));
    await put(`${lang}/embedding.md`, 'tokens', tokenTable(lang));
    await put(`${lang}/organiser/counting-rule.md`, 'four-rules', await rulesTable(youngTown, { lang }));
  }
  return result;

  async function put(path: string, name: string, text: string): Promise<void> {
    result.set(path, fill(await read(path), name, text));
  }
}

async function statesOf(name: string, lang: Lang): Promise<string> {
  const module = (await import(`../packages/widgets/src/${name}/${name}.examples.ts`)) as { examples: { name: string; title: string }[] };
  const rows = module.examples.map(({ name: state, title }) => `| \`/gallery/${name}/${state}/\` | ${title} |`);
  return [headings[lang].states, '| --- | --- |', ...rows].join('\n');
}

function tokenTable(lang: Lang): string {
  const rows = Object.entries(tokens).map(([name, [light, dark]]) => `| \`--parvis-${name}\` | \`${light}\` | \`${dark}\` |`);
  return [headings[lang].tokens, '| --- | --- | --- |', ...rows].join('\n');
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
