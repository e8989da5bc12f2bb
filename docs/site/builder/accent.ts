import { themes } from '../../../packages/embed/src/looks/themes.ts';
import { contrast, tokens } from '../../../packages/widgets/src/shared/tokens.ts';
import type { Choices } from './choices.ts';

type Chosen = Pick<Choices, 'accent' | 'look' | 'scheme'>;

/**
 * The colour that was chosen, as light and dark have it. One colour cannot be read on both a light and a dark ground: where the widgets go with the page it is that of light, and dark keeps
 * that of the look.
 */
export function accentPair({ accent, look, scheme }: Chosen): readonly [light: string, dark: string] {
  const own = themes.find(({ name }) => name === look)?.colours.accent ?? tokens.accent;
  return [accent, scheme === '' ? own[1] : accent];
}

/** What is to be said about a colour that is hard to read. */
export interface Weakness {
  /** `error`: under 4.5:1 (WCAG 2.2, 1.4.3); `warning`: under 7:1 (1.4.6). */
  kind: 'error' | 'warning';
  scheme: 'light' | 'dark';
  /** From 1 to 21. */
  ratio: number;
}

/** @param chosen with a colour as `#rrggbb`. @returns absent: the colour can be read by everybody where it is used, or there is none */
export function weaknessOf({ accent, look, scheme }: Chosen): Weakness | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return undefined;
  const surface = themes.find(({ name }) => name === look)?.colours.surface ?? tokens.surface;
  const used = scheme || 'light';
  const ratio = contrast(accent.toLowerCase(), surface[used === 'light' ? 0 : 1]);
  return ratio >= 7 ? undefined : { kind: ratio < 4.5 ? 'error' : 'warning', scheme: used, ratio };
}
