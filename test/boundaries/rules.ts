/** What one package's sources may import and use. Everything that is not named is forbidden. */
export interface PackageRule {
  /** Packages of the house, by short name; a pattern limits the paths inside one. */
  house: readonly (string | { name: string; paths: RegExp })[];
  /** Packages from the registry: the first part of the specifier, or all of it; 'any' leaves it to package.json. */
  registry: 'any' | readonly string[];
  /** Files, below the package's folder, that run under Node only; 'all' or a pattern. */
  node: 'all' | RegExp | 'none';
  /** Words of other environments that may not appear, with the reason. */
  words?: readonly { word: RegExp; reason: string }[];
}

const NETWORK = {
  word: /(?<![\w.$#'"-])(fetch|XMLHttpRequest|EventSource|WebSocket|sendBeacon)\b(?!['":])|\.sendBeacon\b/,
  reason: 'widgets speak to a backend only through its adapter, never over the network themselves',
};
const NODE_WORDS = {
  word: /(?<![\w.$'"-])(process\.(?:env|argv|exit|cwd|platform|versions)|Buffer\.|require\(|__dirname|__filename)/,
  reason: 'this package also runs in browsers',
};

/** The one list of packages: a new folder under packages/ is named here, with its arrows, or the test fails. */
export const PACKAGES: Readonly<Record<string, PackageRule>> = {
  contract: { house: [], registry: ['zod/mini'], node: 'none', words: [NODE_WORDS] },
  counting: { house: ['contract'], registry: [], node: 'none', words: [NODE_WORDS] },
  adapters: { house: ['contract'], registry: [], node: 'none', words: [NODE_WORDS] },
  conformance: { house: ['contract'], registry: [], node: /^src\/node(\.ts$|\/)/ },
  widgets: { house: ['contract', 'counting'], registry: ['lit', 'lit-html', '@lit/reactive-element', '@custom-elements-manifest/analyzer'], node: /^build(\.ts$|\/)/, words: [NODE_WORDS, NETWORK] },
  embed: { house: ['widgets', 'adapters', 'contract'], registry: ['lit', 'terser', 'vite'], node: /^(build\.ts$|src\/build\/)/, words: [] },
  server: {
    // Plain pages and the gallery show the widgets' views, words and named states, never the elements.
    house: ['contract', 'counting', { name: 'widgets', paths: /(^|[/.-])(views?|words|messages|speech|examples)$/ }],
    registry: 'any',
    node: 'all',
  },
  tooling: { house: [], registry: ['vite', 'oxlint', 'typescript'], node: 'all' },
};

/** Packages whose code reaches browsers: full zod alone is larger than a widget's whole budget. */
export const WITHOUT_FULL_ZOD: readonly string[] = ['contract', 'counting', 'adapters', 'widgets', 'embed'];

/** Packages whose type check must not know the DOM, so that using it is a type error. */
export const WITHOUT_DOM: readonly string[] = ['contract', 'counting'];

/** Everything the top of the repository may hold, besides dotfiles. */
export const TOP_LEVEL: readonly string[] = [
  'packages', 'examples', 'docs', 'test',
  'package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'tsconfig.base.json', 'README.md', 'LICENSE',
];
