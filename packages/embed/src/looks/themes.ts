import type { Colour, Measure } from '@parvis/widgets/tokens';

/** A look to take instead of the default one: a style sheet that sets `--parvis-…` and touches nothing else of the page. */
export interface Theme {
  /** File: `themes/NAME.css`. */
  name: 'high-contrast' | 'french-state' | 'compact';
  /** First line of the file: what it is, and for whom. */
  about: string;
  /** Least contrast of text, and of lines that say something; `themes.test.ts` computes them. */
  least: { text: number; line: number };
  /** As `#rrggbb`, light and dark. Absent: the default colour. */
  colours: Readonly<Partial<Record<Colour | 'focus', readonly [light: string, dark: string]>>>;
  /** Absent: the default. */
  measures: Readonly<Partial<Record<Exclude<Measure, 'focus'>, string>>>;
}

export const themes: readonly Theme[] = [
  {
    name: 'high-contrast',
    about: 'High contrast: black on white, white on black; text at 10:1 or more.',
    least: { text: 10, line: 7 },
    colours: {
      surface: ['#ffffff', '#000000'],
      'surface-2': ['#f2f2f2', '#161616'],
      text: ['#000000', '#ffffff'],
      'text-2': ['#000000', '#ffffff'],
      line: ['#595959', '#a6a6a6'],
      'line-strong': ['#000000', '#ffffff'],
      accent: ['#00257a', '#ffe14d'],
      'accent-2': ['#e6edff', '#242000'],
      ok: ['#003d17', '#8dffb4'],
      'ok-2': ['#e3f7e8', '#00240d'],
      warn: ['#4a2b00', '#ffc861'],
      'warn-2': ['#fff3d9', '#2b1c00'],
      error: ['#700000', '#ffb8b0'],
      'error-2': ['#ffeceb', '#330606'],
    },
    measures: {},
  },
  {
    name: 'french-state',
    about: 'Values of the French State design system, which only sites of the State may use. Text at 4.5:1 or more, as its own values have it.',
    // Its greys for mentions, and its green, orange and red on their tints, are below 7:1.
    least: { text: 4.5, line: 3 },
    colours: {
      surface: ['#ffffff', '#161616'],
      'surface-2': ['#f6f6f6', '#1e1e1e'],
      text: ['#3a3a3a', '#cecece'],
      'text-2': ['#666666', '#929292'],
      line: ['#dddddd', '#353535'],
      'line-strong': ['#3a3a3a', '#cecece'],
      accent: ['#000091', '#8585f6'],
      'accent-2': ['#ececfe', '#21213f'],
      ok: ['#18753c', '#27a658'],
      'ok-2': ['#dffee6', '#142117'],
      warn: ['#b34000', '#fc5d00'],
      'warn-2': ['#fff4f3', '#2d1814'],
      error: ['#ce0500', '#ff5655'],
      'error-2': ['#fff4f4', '#301717'],
      focus: ['#0a76f6', '#0a76f6'],
    },
    measures: { radius: '0' },
  },
  {
    name: 'compact',
    about: 'For a side column: less space around and between things. What is pressed stays 44 pixels high.',
    least: { text: 7, line: 3 },
    colours: {},
    measures: { radius: '.25em', space: '.875em', 'max-width': '30em' },
  },
];
