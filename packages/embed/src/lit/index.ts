/**
 * What `lit` means inside the browser files: lit-html whole, which parses templates and keeps text from becoming HTML;
 * of the reactive element only what the widgets use, because the rest costs 1.7 kB of the 14 kB a file may weigh.
 * The packages on npm use lit's own element; `test/browser/element.browser.test.ts` holds the two side by side.
 */
export { html, nothing, type TemplateResult } from 'lit/html.js';
export { css, LitElement, unsafeCSS, type PropertyValues } from './element.ts';
