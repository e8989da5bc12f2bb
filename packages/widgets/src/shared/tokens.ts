import { colours } from './tokens.css.ts';

export { contrast } from './contrast.ts';

type NamesIn<Rows extends string> = Rows extends `${infer Name} ${string} ${string}\n${infer Rest}` ? Name | NamesIn<Rest> : never;
/** A colour of the widgets: `--parvis-NAME` in a page. */
export type Colour = NamesIn<typeof colours>;

/** The default colours as `#rrggbb`, light and dark. */
export const tokens = Object.fromEntries(
  colours.trim().split('\n').map((row) => {
    const [name, light, dark] = row.split(' ');
    return [name, [`#${light}`, `#${dark}`]];
  }),
) as Record<Colour, readonly [light: string, dark: string]>;

/** What a page may set besides colours, with what holds where it does not. `focus` is a colour too; it is the accent unless somebody says otherwise. */
export const measures = { radius: '.375em', space: '1.5em', focus: 'accent', 'max-width': '60em' } as const;
export type Measure = keyof typeof measures;

/** What is written on what, in any widget. */
export const textPairs: readonly (readonly [text: Colour, on: Colour])[] = [
  ['text', 'surface'], ['text', 'surface-2'], ['text-2', 'surface'], ['text-2', 'surface-2'],
  ['accent', 'surface'], ['accent', 'surface-2'], ['accent', 'accent-2'], ['text', 'accent-2'], ['text-2', 'accent-2'], ['surface', 'accent'],
  ...(['ok', 'warn', 'error'] as const).flatMap((kind): [Colour, Colour][] => [
    [kind, 'surface'], [kind, `${kind}-2`], ['text', `${kind}-2`], ['text-2', `${kind}-2`], ['accent', `${kind}-2`],
  ]),
];

/** Lines, edges and rings that say something, and what they lie on. */
export const linePairs: readonly (readonly [line: Colour | 'focus', on: Colour])[] = [
  ['line-strong', 'surface'], ['line-strong', 'surface-2'], ['accent', 'surface'], ['accent', 'surface-2'], ['accent', 'accent-2'],
  ['focus', 'surface'], ['focus', 'surface-2'], ['ok', 'ok-2'], ['warn', 'warn-2'], ['error', 'error-2'], ['error', 'surface'],
];
