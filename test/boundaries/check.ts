import { posix } from 'node:path';
import { codeLines, importsOf } from './imports.ts';
import { PACKAGES, TOP_LEVEL, WITHOUT_FULL_ZOD, type PackageRule } from './rules.ts';

export interface SourceFile {
  /** From the top folder, with slashes. */
  path: string;
  text: string;
}

/** @returns one sentence for each rule that a source file of a package breaks. */
export function checkSource({ path, text }: SourceFile): string[] {
  const [, name = '', inside = ''] = /^packages\/([^/]+)\/(.*)$/.exec(path) ?? [];
  const rule = PACKAGES[name];
  if (!rule) return [`${path}: the package "${name}" is not in the list of packages`];
  // What a test file imports never reaches anybody; only what brings the tools is closed to it too.
  const isTest = /\.test\.ts$|^src\/testing\//.test(inside);
  const imports = importsOf(text).flatMap((specifier) => {
    const fault = faultOf(specifier, { name, inside, rule, isTest });
    return fault ? [`${path} imports "${specifier}": ${fault}`] : [];
  });
  if (isTest || (rule.node instanceof RegExp && rule.node.test(inside))) return imports;
  const words = (rule.words ?? []).flatMap(({ word, reason }) =>
    codeLines(text).flatMap((line) => {
      const found = word.exec(line);
      return found ? [`${path} uses "${found[0]}": ${reason}`] : [];
    }),
  );
  return [...imports, ...words];
}

interface Importer {
  name: string;
  inside: string;
  rule: PackageRule;
  isTest: boolean;
}

/** @returns what is wrong with one import; undefined when it is right. */
function faultOf(specifier: string, { name, inside, rule, isTest }: Importer): string | undefined {
  if (specifier.startsWith('.')) {
    const target = posix.join('packages', name, posix.dirname(inside), specifier);
    return target.startsWith(`packages/${name}/`) ? undefined : 'a package reaches another one by its name only';
  }
  if (specifier.startsWith('@parvis/tooling')) return 'tooling is never imported';
  // A declaration is gone at run time: it may name the frameworks that its reader uses.
  if (isTest || /\.d\.ts$/.test(inside)) return undefined;
  if (specifier.startsWith('node:')) {
    const allowed = rule.node === 'all' || (rule.node instanceof RegExp && rule.node.test(inside));
    return allowed ? undefined : 'this code also runs in browsers';
  }
  if (specifier.startsWith('@parvis/')) return faultOfHouse(specifier, name, rule);
  if (WITHOUT_FULL_ZOD.includes(name) && /^zod(\/(?!mini$)|$)/.test(specifier)) return 'browsers get zod/mini only, full zod weighs 23 kB';
  if (rule.registry === 'any' || rule.registry.some((known) => specifier === known || specifier.startsWith(`${known}/`))) return undefined;
  return `packages/${name} may import from the registry only: ${rule.registry.join(', ') || 'nothing'}`;
}

function faultOfHouse(specifier: string, name: string, rule: PackageRule): string | undefined {
  const [, target = '', ...rest] = specifier.split('/');
  if (target === name) return 'a package reaches its own files by relative paths';
  for (const allowed of rule.house) {
    if (allowed === target) return undefined;
    if (typeof allowed === 'object' && allowed.name === target) {
      return allowed.paths.test(rest.join('/')) ? undefined : `${name} may use only the views of ${target}`;
    }
  }
  return `the arrow from ${name} to ${target} is not in the design`;
}

const MACHINE = [
  { pattern: /(?<![\w.:/*-])\/(?:work|tmp|root|Users|home\/\w+)\//, reason: 'a path of one machine' },
  { pattern: /\b(?:registry\.[\w-]+\.[\w.-]+|npm\.pkg\.github\.com|[\w.-]*artifactory[\w.-]*\.\w+)/, reason: 'a registry host: each place has its own' },
];

/** @returns one sentence for each machine path or registry host in a tracked file. */
export function checkTracked({ path, text }: SourceFile): string[] {
  return MACHINE.flatMap(({ pattern, reason }) => {
    const found = pattern.exec(text);
    return found ? [`${path} holds "${found[0]}": ${reason}`] : [];
  });
}

/** @returns one sentence for each name at the top of the repository that the design does not list. */
export function checkTopLevel(names: readonly string[]): string[] {
  return names
    .filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name))
    .map((name) => `"${name}" at the top: only ${TOP_LEVEL.join(', ')} and dotfiles belong there`);
}
