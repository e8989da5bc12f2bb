// The apps of docs/en/frameworks.md, as somebody makes them who follows the page.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../support/machine.ts';

/** The heading of the page under which an app stands. */
export const headings = { plain: 'Without a framework', react: 'React', vue: 'Vue', svelte: 'Svelte' } as const;
export type App = keyof typeof headings;

/** What the apps import besides Parvis. */
export const used = ['@sveltejs/vite-plugin-svelte', '@types/react', '@vitejs/plugin-vue', 'react', 'react-dom', 'svelte', 'vite', 'vue'];

/** @returns the code under one heading, by the name of its file */
export async function samples(app: App): Promise<Map<string, string>> {
  const page = await readFile(join(root, 'docs', 'en', 'frameworks.md'), 'utf8');
  const [, section = ''] = new RegExp(`^## ${headings[app]}\n(.*?)(?=^## )`, 'ms').exec(page) ?? [];
  const files = new Map(Array.from(section.matchAll(/^`([\w.]+)`[^\n]*\n\n```\w+\n(.*?)^```/gms), ([, name = '', code = '']) => [name, code]));
  if (!files.has('main.ts') && !files.has('main.tsx')) throw new Error(`the page shows no main file under "${headings[app]}"`);
  return files;
}

/** Writes an app into its own folder of a project. @param lang of its page @returns the folder */
export async function write(project: string, app: App, lang: string): Promise<string> {
  const folder = join(project, app);
  const files = await samples(app);
  const main = files.has('main.tsx') ? 'main.tsx' : 'main.ts';
  await mkdir(folder, { recursive: true });
  for (const [name, code] of files) await writeFile(join(folder, name), code);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { target: 'es2022', jsx: 'react-jsx' } }));
  await writeFile(join(folder, 'index.html'), `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Budget participatif</title>
<body><div id="app"></div><script type="module" src="./${main}"></script></body></html>`);
  return folder;
}

/** Builds with vite and nothing but the settings the page shows. @param server a module to build for Node instead */
export async function bundle(folder: string, files: ReadonlyMap<string, string>, server?: string): Promise<void> {
  await build({
    root: folder,
    base: './',
    logLevel: 'error',
    configFile: files.has('vite.config.ts') ? join(folder, 'vite.config.ts') : false,
    build: server ? { ssr: server, outDir: 'server', target: 'es2022' } : { target: 'es2022' },
  });
}
