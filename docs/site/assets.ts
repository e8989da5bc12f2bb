import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { chunkOf } from '../../packages/embed/src/build/bundle.ts';
import { tokens } from '../../packages/widgets/src/shared/tokens.ts';
import type { Page } from './page.ts';

const site = import.meta.dirname;

/**
 * Writes the styles and scripts of the site to `assets` of the folder: one style sheet and one script for all pages, and
 * those that single pages name. Nothing is inside a page, so that a strict Content-Security-Policy stays strict.
 */
export async function writeAssets(out: string, pages: readonly Pick<Page, 'scripts' | 'styles'>[]): Promise<void> {
  const assets = join(out, 'assets');
  await mkdir(assets, { recursive: true });
  const scripts = new Set(['scripts/site.ts', ...pages.flatMap((page) => page.scripts ?? [])]);
  const styles = new Set(pages.flatMap((page) => page.styles ?? []));
  const nameOf = (path: string) => path.split('/').at(-1)?.replace(/\.ts$/, '') ?? path;
  await Promise.all([
    writeFile(join(assets, 'site.css'), await siteStyles()),
    cp(join(site, 'icon.svg'), join(assets, 'icon.svg')),
    ...[...styles].map((path) => cp(join(site, path), join(assets, nameOf(path)))),
    ...[...scripts].map(async (path) => {
      const { code } = await chunkOf(nameOf(path), join(site, path), [], { minify: true });
      await writeFile(join(assets, `${nameOf(path)}.js`), code);
    }),
  ]);
}

/** The colours of the widgets, then every file of `styles` by name. */
async function siteStyles(): Promise<string> {
  const declare = (value: (light: string, dark: string) => string) =>
    Object.entries(tokens).map(([name, [light, dark]]) => `--${name}: ${value(light, dark)}`).join('; ');
  const colours = `:root { color-scheme: light dark; ${declare((light) => light)} }
@supports (color: light-dark(red, red)) { :root { ${declare((light, dark) => `light-dark(${light}, ${dark})`)} } }
`;
  const files = globSync('styles/*.css', { cwd: site }).sort();
  return colours + (await Promise.all(files.map((file) => readFile(join(site, file), 'utf8')))).join('');
}
