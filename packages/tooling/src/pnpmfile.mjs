// What pnpm changes in a package.json when it packs or publishes a package: outsiders get what works without the sources.

/** The condition by which packages of this repository lead to each other's sources. */
const sources = 'parvis-source';

/**
 * @param {unknown} targets a value in `exports`
 * @returns {unknown}
 */
const withoutSources = (targets) =>
  typeof targets === 'object' && targets !== null
    ? Object.fromEntries(Object.entries(targets).filter(([condition]) => condition !== sources).map(([key, inner]) => [key, withoutSources(inner)]))
    : targets;

export const hooks = {
  /** @param {Record<string, any>} manifest */
  beforePacking({ devDependencies: _, ...manifest }) {
    const { exports, sideEffects } = manifest;
    return {
      ...manifest,
      exports: withoutSources(exports),
      ...(Array.isArray(sideEffects) && { sideEffects: sideEffects.filter((path) => !path.endsWith('.ts') && !path.startsWith('./src/')) }),
    };
  },
};
