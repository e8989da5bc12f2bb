import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { findEntries } from '../../examples/gallery/gallery.ts';
import { buildSite } from '../site/build.ts';
import { isPlaced, outsideSections } from '../site/navigation.ts';
import { readPages } from '../site/read.ts';
import { languages } from '../site/languages.ts';
import { root } from './support.ts';

/** Bytes a page may have with its style sheets and scripts, as they lie on the disk. Pictures, the index of the search and frames come when they are looked at. */
const most = 100_000;

const out = join(root, 'test', 'out', `docs-${process.pid}`);
await buildSite(out);
const pages = globSync('{index.html,{fr,en,decisions}/**/*.html}', { cwd: out }).map((path) => path.split(sep).join('/')).sort();
const html = new Map(pages.map((page) => [page, readFileSync(join(out, page), 'utf8')]));
const attributes = (text: string, pattern: RegExp): string[] => Array.from(text.matchAll(pattern), ([, value = '']) => value.replaceAll('&amp;', '&'));
/** Files that a page loads by itself. */
const loads = (text: string): string[] => [...attributes(text, /<(?:script|img|iframe)[^>]* src="([^"]*)"/g), ...attributes(text, /<link rel="(?:stylesheet|icon)"[^>]* href="([^"]*)"/g)];
const ids = (text: string): string[] => attributes(text, / id="([^"]*)"/g);

describe('The documentation site', () => {
  after(() => rm(out, { recursive: true, force: true }));

  for (const [page, text] of html) {
    it(`${page}: every link and file leads somewhere, inside the folder and by a relative way`, () => {
      const ways = [...loads(text), ...attributes(text, /<a [^>]*?href="([^"]*)"/g), ...attributes(text, / action="([^"]*)"/g), ...attributes(text, /data-index="([^"]*)"/g)];
      const dead = ways.filter((way) => !/^(https?:|mailto:)/.test(way)).filter((way) => {
        const [path = '', fragment] = way.split('#');
        const target = path === '' ? page : join(dirname(page), path.split('?')[0] ?? '').split(sep).join('/');
        if (way.startsWith('/') || target.startsWith('..') || !existsSync(join(out, target)) || !statSync(join(out, target)).isFile()) return true;
        return fragment !== undefined && !ids(html.get(target) ?? '').includes(decodeURIComponent(fragment));
      });
      assert.deepEqual(dead, []);
    });

    it(`${page}: loads nothing from elsewhere, and keeps a policy that forbids what is written inside a page`, () => {
      assert.deepEqual(loads(text).filter((way) => /^([a-z]+:|\/\/)/i.test(way)), []);
      assert.match(text, /<meta http-equiv="Content-Security-Policy" content="default-src 'self'/);
      assert.deepEqual(text.replaceAll(/<code.*?<\/code>/gs, '').match(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:/g) ?? [], []);
    });

    it(`${page}: weighs at most ${most / 1000} kB with its style sheets and scripts`, () => {
      const files = loads(text).filter((way) => /\.(js|css)$/.test(way)).map((way) => join(out, dirname(page), way));
      const bytes = Buffer.byteLength(text) + files.reduce((sum, file) => sum + statSync(file).size, 0);
      assert.ok(bytes <= most, `${bytes} bytes`);
    });

    it(`${page}: has one title, a language, and no id twice`, () => {
      assert.equal(text.match(/<h1\b/g)?.length, 1);
      assert.match(text, /<html lang="(fr|en)">/);
      assert.deepEqual(ids(text).filter((id, at, all) => all.indexOf(id) !== at), []);
    });
  }

  it('the index of the search weighs at most 60 kB as servers send it', () => {
    for (const lang of languages) {
      const bytes = gzipSync(readFileSync(join(out, 'assets', `search.${lang}.json`))).length;
      assert.ok(bytes <= 60_000, `${lang}: ${bytes} bytes`);
    }
  });

  it('no two pages of a language have the same title', () => {
    const titles = [...html].filter(([page]) => page !== 'index.html').map(([page, text]) => `${page.split('/')[0]} ${/<title>(.*?)<\/title>/.exec(text)?.[1]}`);
    assert.deepEqual(titles.filter((title, at) => titles.indexOf(title) !== at), []);
  });

  it('a page leads to the same page in the other language, and back', () => {
    for (const [page, text] of html) {
      const [lang = '', ...rest] = page.split('/');
      const other = `${lang === 'fr' ? 'en' : 'fr'}/${rest.join('/')}`;
      if (!(languages as readonly string[]).includes(lang) || !html.has(other)) continue;
      const [link = ''] = attributes(text, /<link rel="alternate" hreflang="\w+" href="([^"]*)"/g);
      assert.equal(join(dirname(page), link).split(sep).join('/'), other);
    }
  });

  it('every page stands in a section on purpose: a new one is named in docs/site/navigation.ts', () => {
    const paths = readPages().map(({ path }) => path).filter((path) => !outsideSections.includes(path));
    assert.deepEqual(paths.filter((path) => !isPlaced(path)), []);
  });

  it('the menu names every page once', () => {
    for (const [page, text] of html) {
      const menu = /<nav class="menu".*?<\/nav>/s.exec(text)?.[0] ?? '';
      const links = attributes(menu, /href="([^"]*)"/g);
      assert.deepEqual(links.filter((link, at) => links.indexOf(link) !== at), [], page);
    }
  });

  it('every state of every widget can be seen on the page of the widget, in both languages', async () => {
    for (const { widget, state } of await findEntries()) {
      for (const lang of languages) assert.ok(html.get(`${lang}/widgets/${widget}.html`)?.includes(`src="../../gallery/${widget}/${state}/index.html" loading="lazy"`), `${lang} ${widget} ${state}`);
    }
  });

  it('each widget leads to what was tested of its accessibility', () => {
    for (const [page, text] of html) {
      const [, widget] = /\/widgets\/([\w-]+)\.html$/.exec(page) ?? [];
      if (widget !== undefined && html.has(page.replace('/widgets/', '/accessibility/'))) assert.ok(text.includes(`href="../accessibility/${widget}.html"`));
    }
  });
});
