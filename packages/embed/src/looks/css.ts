import type { Theme } from './themes.ts';

/** What a style sheet of a look says. */
export type Look = Pick<Theme, 'colours' | 'measures'>;

/**
 * The rules for a look. Where a browser does not know `light-dark()`, it is light, as the widgets are.
 * @param selector of what the widgets stand in. Absent: the whole page, in a way that any rule of the page's own beats.
 */
export function lookCss({ colours, measures }: Look, selector = ':where(:root)'): string {
  const names = Object.entries(colours);
  const light = [...names.map(([name, [light]]) => [name, light]), ...Object.entries(measures)];
  const both = names.filter(([, [light, dark]]) => light !== dark).map(([name, [light, dark]]) => [name, `light-dark(${light}, ${dark})`]);
  const dark = both.length > 0 ? `@supports (color: light-dark(red, red)) {\n${rule(selector, both, '  ')}}\n` : '';
  return (light.length > 0 ? rule(selector, light) : '') + dark;
}

const rule = (selector: string, rows: readonly (readonly string[])[], indent = ''): string =>
  `${indent}${selector} {\n${rows.map(([name, value]) => `${indent}  --parvis-${name}: ${value};\n`).join('')}${indent}}\n`;

/** The file of a theme. */
export const themeCss = (theme: Theme): string => `/* Parvis, theme ${theme.name}. ${theme.about} */\n${lookCss(theme)}`;
