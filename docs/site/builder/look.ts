import type { Look } from '../../../packages/embed/src/looks/css.ts';
import { themes } from '../../../packages/embed/src/looks/themes.ts';
import { contrast, linePairs, measures, textPairs, tokens, type Colour } from '../../../packages/widgets/src/shared/tokens.ts';

export type Name = Colour | 'focus';
export const names = [...Object.keys(tokens), 'focus'] as Name[];
export const lengths = (Object.keys(measures) as (keyof typeof measures)[]).filter((name) => name !== 'focus');

/** Every value of a look: two colours for each name, light and dark, and the lengths. */
export interface Values {
  colours: Record<Name, [light: string, dark: string]>;
  measures: Record<string, string>;
}

/** The values of a theme; of the default look where there is no theme of that name. */
export function valuesOf(theme: string): Values {
  const found = themes.find(({ name }) => name === theme);
  const colour = (name: Name): readonly [string, string] => found?.colours[name] ?? (name === 'focus' ? (found?.colours.accent ?? tokens.accent) : tokens[name]);
  return {
    colours: Object.fromEntries(names.map((name) => [name, [...colour(name)]])) as Values['colours'],
    measures: Object.fromEntries(lengths.map((name) => [name, found?.measures[name] ?? measures[name]])),
  };
}

/** What has to be said in a style sheet: only what differs from the default look. */
export function differing({ colours, measures: chosen }: Values): Look {
  const usual = valuesOf('');
  const isNew = ([name, pair]: [string, string[]]) => {
    const standard = name === 'focus' ? colours.accent : usual.colours[name as Name];
    return pair.join() !== standard.join();
  };
  return {
    colours: Object.fromEntries(Object.entries(colours).filter(isNew)),
    measures: Object.fromEntries(Object.entries(chosen).filter(([name, value]) => value !== usual.measures[name])),
  };
}

/** A pair of colours that cannot be told apart well enough. */
export interface Weak {
  kind: 'text' | 'line';
  a: Name;
  b: Name;
  scheme: 'light' | 'dark';
  /** From 1 to 21. */
  found: number;
}

/** Every such pair: text under 7:1, lines that say something under 3:1. The worst come first. */
export function weakPairs({ colours }: Values): Weak[] {
  const pairs = [...textPairs.map(([a, b]) => ({ kind: 'text' as const, a, b, least: 7 })), ...linePairs.map(([a, b]) => ({ kind: 'line' as const, a, b, least: 3 }))];
  const all = (['light', 'dark'] as const).flatMap((scheme, index) => pairs.map(({ least, ...pair }) => ({ ...pair, scheme, least, found: contrast(colours[pair.a][index] as string, colours[pair.b][index] as string) })));
  return all.filter(({ found, least }) => found < least).sort((x, y) => x.found - y.found).map(({ least: _, ...weak }) => weak);
}
