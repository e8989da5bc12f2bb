import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { vscodeCss, vscodeHtml, webTypes } from '../../packages/widgets/build/editors.ts';
import { elementOf, manifest, tagNames } from '../../packages/widgets/build/manifest.ts';
import { tokens } from '../../packages/widgets/src/shared/tokens.ts';
import { root } from '../support/machine.ts';

interface ElementClass {
  observedAttributes: string[];
  elementProperties: Map<string, { state?: boolean }>;
  prototype: object;
}

const read = manifest();
const textOf = (...folders: string[]): string =>
  folders.flatMap((folder) => globSync(`packages/widgets/src/${folder}/**/*.ts`, { cwd: root })).filter((path) => !/\.(test|examples)\.ts$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
const found = (text: string, pattern: RegExp): string[] => [...new Set(Array.from(text.matchAll(pattern), ([, name = '']) => name))].sort();
const names = (list: readonly { name: string }[] = []): string[] => list.map(({ name }) => name).sort();

for (const name of tagNames) {
  describe(`What editors and the documentation are told of <parvis-${name}>`, async () => {
    const element = elementOf(read, name);
    const module = (await import(`../../packages/widgets/src/${name}/${name}.ts`)) as Record<string, unknown>;
    const actual = module[element.name] as ElementClass;
    const code = textOf(name, 'shared');

    it('names every attribute the tag listens to', () => assert.deepEqual(names(element.attributes), actual.observedAttributes.toSorted()));

    it('names every property others may set, and no inner state', () => {
      const open = [...actual.elementProperties].filter(([, { state }]) => !state).map(([property]) => property);
      assert.deepEqual(names(element.members?.filter((member) => member.kind === 'field' && !member.static)), open.sort());
    });

    it('names the one method there is, and statics that exist or may be set', () => {
      assert.deepEqual(names(element.members?.filter((member) => member.kind === 'method')), ['reload']);
      assert.deepEqual(names(element.members?.filter((member) => member.static)).filter((member) => !(member in actual) && !/^(connect|load\w+)$/.test(member)), []);
    });

    it('names every event it sends, with a class that tells what it carries', () => {
      assert.deepEqual(names(element.events), found(textOf(name), /super\('(parvis-[a-z-]+)'/g));
      const classes = read.modules.flatMap((part) => part.declarations);
      assert.deepEqual(element.events?.filter(({ type }) => !classes.some((declaration) => declaration.name === type?.text)) ?? [], []);
    });

    it('names every slot, part and custom property of its templates and styles', () => {
      assert.deepEqual(names(element.slots).filter(Boolean), found(code, /<slot name="([\w-]+)"/g));
      assert.deepEqual(names(element.cssParts), found(code, / part="([\w-]+)"/g));
      const inStyles = found(code, /var\(--parvis-([a-z0-9-]+)/g);
      assert.deepEqual(names(element.cssProperties), [...Object.keys(tokens), ...inStyles].map((token) => `--parvis-${token}`).sort());
    });

    it('describes each of them in a sentence', () => {
      const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
      const silent = [element, ...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties].filter(({ description = '' }) => !/^[A-Z].+\.$/s.test(description));
      assert.deepEqual(names(silent), []);
    });
  });
}

describe('What editors complete while somebody writes a page', () => {
  interface Tag { name: string; attributes: { name: string; values?: { name: string }[] }[] }
  const elements = tagNames.map((name) => elementOf(read, name));
  const custom = names(elements[0]?.cssProperties);

  it('VS Code knows each tag, its attributes, the words that one takes, and the custom properties', () => {
    const { tags } = vscodeHtml(read) as { tags: Tag[] };
    assert.deepEqual(tags.map((tag) => [tag.name, names(tag.attributes)]), elements.map((element) => [element.tagName, names(element.attributes)]));
    for (const { name, attributes } of tags) assert.deepEqual(attributes.flatMap(({ name: attribute, values = [] }) => values.map((value) => `${attribute}=${value.name}`)), ['theme=light', 'theme=dark'], name);
    assert.deepEqual(names((vscodeCss(read) as { properties: { name: string }[] }).properties), custom);
  });

  it('JetBrains’ editors know also the properties, events and slots', () => {
    const { contributions: { html, css } } = webTypes(read, { name: '@parvis/widgets', version: '1.2.3' }) as {
      contributions: { html: { elements: (Tag & { slots: { name: string }[]; js: Record<'properties' | 'events', { name: string }[]> })[] }; css: { properties: { name: string }[] } };
    };
    const told = html.elements.map(({ name, attributes, slots, js }) => [name, names(attributes), names(slots), names(js.properties), names(js.events)]);
    assert.deepEqual(told, elements.map(({ tagName, attributes, slots, members, events }) =>
      [tagName, names(attributes), names(slots), names(members?.filter((member) => member.kind === 'field' && !member.static)), names(events)]));
    assert.deepEqual(names(css.properties), custom);
  });
});

describe('The manifest', () => {
  it('tells nothing that is private, protected or of lit', () => {
    const members = read.modules.flatMap((module) => module.declarations).filter(({ superclass }) => superclass?.name !== 'Event').flatMap((declaration) => declaration.members ?? []);
    assert.ok(members.length > 0);
    assert.deepEqual(names(members.filter(({ name, privacy = 'public' }) => privacy !== 'public' || /^[#_]|^(styles|properties|render|view|state|phase|status)$/.test(name))), []);
  });

  it('describes what an event carries', () => {
    const events = read.modules.flatMap((module) => module.declarations).filter(({ superclass }) => superclass?.name === 'Event');
    assert.deepEqual(names(events), ['ParvisAskedEvent', 'ParvisSentEvent', 'ParvisVotedEvent']);
    assert.deepEqual(names(events.flatMap(({ members = [] }) => members).filter(({ description }) => !description)), []);
  });

  it('says which module registers a tag, apart from the one that holds its class', () => {
    const definitions = read.modules.flatMap((module) => module.exports.filter(({ kind }) => kind === 'custom-element-definition').map((entry) => [module.path, entry.name, entry.declaration.module]));
    assert.deepEqual(definitions, tagNames.map((name) => [`dist/${name}/define.js`, `parvis-${name}`, `dist/${name}/${name}.js`]));
  });
});
