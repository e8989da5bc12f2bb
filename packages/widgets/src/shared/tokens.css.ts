import { css, unsafeCSS } from 'lit';

/**
 * The colours a widget is made of: name, light, dark. Each is a custom property a page may set (`--parvis-accent`). One text, because an object with
 * the same takes twice the bytes in the widgets' files; `tokens.ts` reads it.
 */
export const colours = `surface ffffff 14171b
surface-2 f3f5f7 1e2329
text 17191d f2f4f7
text-2 3d434d c3cad4
line c9ced6 3a424d
line-strong 656d79 8b95a3
accent 0b4f7a 8fcdf2
accent-2 e6f0f6 12303f
ok 12562c 8fdba6
ok-2 e7f3ea 12301d
warn 664200 f2cc84
warn-2 fbf1dd 33260c
error 98140c ffb0a8
error-2 fcebe9 3d1512
`;

const declare = (value: string) => unsafeCSS(colours.replace(/(.+) (.+) (.+)/g, `--pv-$1:var(--parvis-$1,${value});`));

/**
 * `light-dark()` follows the page's own `color-scheme`, so a widget is dark only where the page says it can be.
 * Where a browser does not know it, the widget is light.
 */
export const tokenStyles = css`
  :host {
    --pv-radius: var(--parvis-radius, .375em); --pv-space: var(--parvis-space, 1.5em); --pv-gap: calc(var(--pv-space) / 2); --pv-focus: var(--parvis-focus, var(--pv-accent));
    ${declare('#$2')}
  }
  @supports (color: light-dark(red, red)) {
    :host { ${declare('light-dark(#$2,#$3)')} }
  }
`;
