// Writes the browser files: one self-contained file per widget, their languages, and their integrity hashes.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { shared } from '@parvis/widgets/shared';
import { bundle, bundleDemo, bundleMore, bundleScript, bundleStatic } from './src/build/bundle.ts';
import { integrityOf } from './src/build/integrity.ts';
import { compareSentences, readLanguage, type Sentences } from './src/build/languages.ts';
import { fileNames, languages, widgetNames } from './src/build/widgets.ts';
import { themeCss } from './src/looks/css.ts';
import { themes } from './src/looks/themes.ts';

const dist = new URL('dist/', import.meta.url);
const sources = new URL('src/', import.meta.url);
const files = new Map<string, string>();

const entry = (name: string) => fileURLToPath(new URL(`entries/${name}.ts`, sources));
// First, because the files of the widgets carry their hashes.
const seconds = { 'ballot-more': await bundleMore('parvis-ballot-more', entry('ballot-more')), recount: await bundleMore('parvis-recount', entry('recount')) };
const loaded = { moreIntegrity: seconds['ballot-more'], recountIntegrity: seconds.recount };
for (const name of fileNames) files.set(`parvis-${name}.js`, await bundle(`parvis-${name}`, entry(name), loaded));
for (const [name, text] of Object.entries(seconds)) files.set(`parvis-${name}.js`, text);
files.set('parvis-demo.js', await bundleDemo(entry('demo')));
files.set('parvis-static.js', await bundleStatic(entry('static')));
for (const name of ['check', 'frame']) files.set(`parvis-${name}.js`, await bundleScript(`parvis-${name}`, entry(name)));
// Its licence asks to go along (MIT). The widgets' files contain nothing of others.
files.set('THIRD-PARTY.txt', `parvis-demo.js contains zod (https://zod.dev):\n\n${await readFile(new URL('../contract/node_modules/zod/LICENSE', import.meta.url), 'utf8')}`);
for (const theme of themes) files.set(`themes/${theme.name}.css`, themeCss(theme));
const faults: string[] = [];
for (const name of widgetNames) {
  const { fr } = (await import(`@parvis/widgets/${name}/messages`)) as { fr: Sentences };
  for (const lang of languages) {
    const sentences = await readLanguage(new URL('../widgets/languages/', import.meta.url), name, lang);
    faults.push(...compareSentences({ ...shared, ...fr }, sentences, lang).map((fault) => `parvis-${name}, language ${lang}: ${fault}`));
    files.set(`parvis-${name}.${lang}.json`, JSON.stringify(sentences));
  }
}
if (faults.length > 0) throw new Error(`Languages must have exactly the sentences of the French source:\n${faults.join('\n')}`);
// Of every file, since browsers keep for good what they got under its address; of the loader as it is before it says which files it belongs to.
const loader = (build: string) => bundleScript('parvis-loader', entry('loader'), { build });
const build = createHash('sha256').update(JSON.stringify([...files, await loader('')])).digest('hex').slice(0, 6);
files.set('parvis-loader.js', await loader(build));
files.set('integrity.json', await integrity());
await write();

/** The hash of each script and theme. */
async function integrity(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8')) as { version: string };
  const covered = [...files].filter(([name]) => /\.(js|css)$/.test(name));
  const hashes = covered.map(([name, text]) => [name, integrityOf(text)]);
  return `${JSON.stringify({ version, build, files: Object.fromEntries(hashes) }, null, 2)}\n`;
}

/** Files of an earlier build go; what the type check wrote beside them stays. */
async function write(): Promise<void> {
  const all = [...files].flatMap(([name, text]): [string, string | Buffer][] => [[name, text], ...(/^(parvis-|themes\/)/.test(name) ? compressed(name, text) : [])]);
  await rm(new URL('themes/', dist), { recursive: true, force: true });
  await mkdir(new URL('themes/', dist), { recursive: true });
  const old = (await readdir(dist)).filter((name) => name.startsWith('parvis-') && !all.some(([kept]) => kept === name));
  await Promise.all(old.map((name) => rm(new URL(name, dist))));
  await Promise.all(all.map(([name, content]) => writeFile(new URL(name, dist), content)));
}

/** For servers that hand out `NAME.br` or `NAME.gz` to browsers that take them, at no cost per request. */
function compressed(name: string, text: string): [string, Buffer][] {
  return [
    [`${name}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })],
    [`${name}.gz`, gzipSync(text, { level: constants.Z_BEST_COMPRESSION })],
  ];
}
