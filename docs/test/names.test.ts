import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileNames, widgetNames } from '../../packages/embed/src/build/widgets.ts';
import { elementOf, manifest } from '../../packages/widgets/build/manifest.ts';
import { blocks, everyPage, read } from './support.ts';

const found = manifest();
const elements = widgetNames.map((name) => elementOf(found, name));
const tags = new Map(elements.map((element) => [element.tagName ?? '', element]));

/** Files beside those of the widgets, and words of the page, of its address and of Node. */
const otherWords = ['parvis-loader', 'parvis-frame', 'parvis-demo', 'parvis-static', 'parvis-recount', 'parvis-ballot-more', 'parvis-backend', 'parvis-source', 'parvis-check', 'parvis-files'];
const words = new Set([...tags.keys(), ...elements.flatMap(({ events = [] }) => events.map(({ name }) => name)), ...fileNames.map((name) => `parvis-${name}`), ...otherWords]);
const properties = new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)));

/** What each package lets others import. */
const exported = (name: string): string[] => Object.keys((JSON.parse(read(`packages/${name}/package.json`)) as { exports?: object }).exports ?? {});
const mayBeImported = (specifier: string): boolean => {
  const [, name = '', ...rest] = specifier.split('/');
  const path = ['.', ...rest].join('/');
  return exported(name).some((key) => new RegExp(`^${key.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.+')}$`).test(path));
};

/** What may stand for names that are made for one place only: a file of an image, the beginning of a temporary folder. */
const ofOnePlace = /images\/[\w./-]+|'parvis-files-'/g;

describe('The names in the documentation', () => {
  for (const page of everyPage) {
    const text = read(page).replace(ofOnePlace, '');

    it(`${page}: every tag, event and file that is called parvis-… exists`, () => {
      const named = new Set(Array.from(text.matchAll(/(?<![\w/@.#-])parvis-[a-z]+(?:-[a-z]+)*(?![\w/])/g), ([name]) => name));
      assert.deepEqual([...named].filter((name) => !words.has(name)), []);
    });

    it(`${page}: every custom property exists`, () => {
      const named = Array.from(text.matchAll(/--parvis-[a-z0-9]+(?:-[a-z0-9]+)*/g), ([name]) => name);
      assert.deepEqual(named.filter((name) => !properties.has(name)), []);
    });

    it(`${page}: everything to import from @parvis/… may be imported`, () => {
      const named = Array.from(text.matchAll(/(?:from|import|import\() ?'(@parvis\/[\w./-]+)'/g), ([, name = '']) => name);
      assert.deepEqual(named.filter((name) => !mayBeImported(name)), []);
    });
  }

  it('every attribute that a sample gives a tag is one of its own', () => {
    const slips = blocks.filter(({ language }) => ['html', 'vue', 'svelte', 'tsx', ''].includes(language)).flatMap(({ page, code, language }) =>
      Array.from(code.matchAll(/<(parvis-[\w-]+)((?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*\/?>/g), ([, tag = '', written = '']) => {
        const element = tags.get(tag);
        if (!element) return [`${page}: <${tag}>`];
        const own = new Set([...(element.attributes ?? []).flatMap(({ name, fieldName }) => [name, fieldName]), 'lang', 'dir', 'class', 'id', 'slot', 'hidden']);
        const names = Array.from(written.matchAll(/([^\s=]+)(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?/g), ([, name = '']) => name);
        // Frameworks listen and bind with signs of their own before the name.
        const bound = (name: string) => (['vue', 'svelte', 'tsx'].includes(language) ? name.replace(/^[:.@]|^on:?(?=parvis)|[{}]/g, '') : name);
        return names.map(bound).filter((name) => !own.has(name) && !(language !== 'html' && words.has(name))).map((name) => `${page}: <${tag} ${name}>`);
      }).flat());
    assert.deepEqual(slips, []);
  });
});
