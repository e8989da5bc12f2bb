// Writes beside the compiled modules what editors and type checkers read: the manifest, data for VS Code and JetBrains, types for templates.
// `node --conditions=parvis-source packages/widgets/build.ts`
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { vscodeCss, vscodeHtml, webTypes } from './build/editors.ts';
import { tagTypes } from './build/tag-types.ts';
import { manifest } from './build/manifest.ts';

const read = manifest();
const self = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8')) as { name: string; version: string };
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
const files = new Map([
  ['custom-elements.json', json(read)],
  ['vscode.html-custom-data.json', json(vscodeHtml(read))],
  ['vscode.css-custom-data.json', json(vscodeCss(read))],
  ['web-types.json', json(webTypes(read, self))],
  ['tags.d.ts', tagTypes(read)],
]);
const dist = new URL('dist/', import.meta.url);
await mkdir(dist, { recursive: true });
const types = new URL('build/types/', import.meta.url);
for (const [name, text] of files) await writeFile(new URL(name, dist), text);
for (const name of await readdir(types)) await copyFile(new URL(name, types), new URL(name, dist));
