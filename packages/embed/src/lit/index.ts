/**
 * What `lit` means inside the browser files. The widgets are written with lit, and the packages on npm use it as it is;
 * whole, it takes 5.2 kB of the 14 kB a file may weigh, so the files carry only what the widgets use of it, 1.9 kB.
 * A directive or `svg` is not there and fails the build. `test/browser/lit.browser.test.ts` holds the two side by side
 * in every engine; see docs/decisions/0003-lit-in-the-browser-files.md.
 */
export { css, LitElement, unsafeCSS, type PropertyValues } from './element.ts';
export { html, nothing, type TemplateResult } from './html.ts';
