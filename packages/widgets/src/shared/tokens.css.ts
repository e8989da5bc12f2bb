import { css, unsafeCSS } from 'lit';

/**
 * The colours a widget is made of, light and dark. Each is a custom property a page may set (`--parvis-accent`).
 * Text pairs have at least 7:1 (WCAG 2.2, 1.4.6), lines that carry meaning 3:1 (1.4.11); `tokens.test.ts` computes them.
 */
export const tokens = {
  surface: ['#ffffff', '#14171b'],
  'surface-2': ['#f3f5f7', '#1e2329'],
  text: ['#17191d', '#f2f4f7'],
  'text-2': ['#3d434d', '#c3cad4'],
  line: ['#c9ced6', '#3a424d'],
  'line-strong': ['#656d79', '#8b95a3'],
  accent: ['#0b4f7a', '#8fcdf2'],
  'accent-2': ['#e6f0f6', '#12303f'],
  ok: ['#12562c', '#8fdba6'],
  'ok-2': ['#e7f3ea', '#12301d'],
  warn: ['#664200', '#f2cc84'],
  'warn-2': ['#fbf1dd', '#33260c'],
  error: ['#98140c', '#ffb0a8'],
  'error-2': ['#fcebe9', '#3d1512'],
} as const;

const declare = (value: (light: string, dark: string) => string) =>
  unsafeCSS(Object.entries(tokens).map(([name, [light, dark]]) => `--pv-${name}:var(--parvis-${name},${value(light, dark)})`).join(';'));

/**
 * `light-dark()` follows the page's own `color-scheme`, so a widget is dark only where the page says it can be.
 * Where a browser does not know it, the widget is light.
 */
export const tokenStyles = css`
  :host { ${declare((light) => light)} }
  @supports (color: light-dark(red, red)) {
    :host { ${declare((light, dark) => `light-dark(${light},${dark})`)} }
  }
`;
