// The public contract of the tags as data: a custom-elements manifest, read off the comments and types of the classes.
import { readFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { tokens } from '../src/shared/tokens.ts';
import { prune } from './prune.ts';
import type { ElementDeclaration, Manifest } from './shape.ts';

/** The tags without their `parvis-`, in the order a person meets them. */
export const tagNames = ['proposal-form', 'ballot', 'results', 'faq', 'feedback'] as const;

const sources = ['shared/element', 'proposal-form/proposal-form.events', ...tagNames.map((name) => `${name}/${name}`)];

/**
 * Reads the sources each time it is called (about 1.5 s), writes nothing.
 * @returns a manifest of schema 1.0.0 whose paths are those of the package (`dist/ballot/ballot.js`). Only what is public is in it: no private or protected
 *   member, no inner state, nothing of lit. What a class inherits is repeated in it, with `inheritedFrom`.
 */
export function manifest(): Manifest {
  const modules = sources.map((name) => ts.createSourceFile(`dist/${name}.js`, readFileSync(new URL(`../src/${name}.ts`, import.meta.url), 'utf8'), ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS));
  const read = prune(create({ modules, plugins: litPlugin() }) as Manifest);
  for (const name of tagNames) register(read, name);
  for (const declaration of read.modules.flatMap((module) => module.declarations)) addDefaults(declaration);
  return read;
}

/** @returns the class of a tag, such as `ballot`, of a manifest. @throws when it has none */
export function elementOf({ modules }: Manifest, name: string): ElementDeclaration {
  const found = modules.flatMap((module) => module.declarations).find((declaration) => declaration.tagName === `parvis-${name}`);
  if (!found) throw new Error(`The manifest has no <parvis-${name}>`);
  return found;
}

/** The class and the tag are in two modules: importing the class registers nothing. */
function register(read: Manifest, name: string): void {
  const path = `dist/${name}/${name}.js`;
  const declaration = read.modules.find((module) => module.path === path)?.declarations.find(({ superclass }) => superclass?.name === 'ParvisElement');
  if (!declaration) throw new Error(`${path} has no class of a widget`);
  Object.assign(declaration, { customElement: true, tagName: `parvis-${name}` });
  read.modules.push({
    kind: 'javascript-module', path: `dist/${name}/define.js`, declarations: [],
    exports: [{ kind: 'custom-element-definition', name: `parvis-${name}`, declaration: { name: declaration.name, module: path } }],
  });
}

function addDefaults({ cssProperties = [] }: ElementDeclaration): void {
  for (const property of cssProperties) {
    const token = property.name.replace('--parvis-', '');
    if (token in tokens) property.default = tokens[token as keyof typeof tokens][0];
  }
}
