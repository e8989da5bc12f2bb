export { css, LitElement, unsafeCSS, type PropertyValues } from './element.ts';
export { html, nothing, type TemplateResult } from './templates.ts';
