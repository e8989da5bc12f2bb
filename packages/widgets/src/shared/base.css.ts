import { css } from 'lit';
import { tokenStyles } from './tokens.css.ts';

/**
 * What every widget looks like. The page's CSS reaches the host element and what is inherited from it, so the card starts
 * from `all: initial` and takes back only what belongs to the reader: font, letter and word spacing (WCAG 1.4.12), direction.
 */
export const baseStyles = [
  tokenStyles,
  css`
  :host { display: block; inline-size: 100%; min-inline-size: 0; scroll-margin-block: 1em }
  :host([hidden]) { display: none }
  .pv-root {
    all: initial; display: block; container: pv / inline-size; font-family: inherit; letter-spacing: inherit; word-spacing: inherit;
    color-scheme: inherit; visibility: inherit; font-size: max(1em, 1rem, 16px); line-height: 1.5; color: var(--pv-text);
    overflow-wrap: anywhere; -webkit-text-size-adjust: none; text-size-adjust: none
  }
  [data-theme='light'] { color-scheme: light }
  [data-theme='dark'] { color-scheme: dark }
  *, ::before, ::after { box-sizing: border-box }
  .pv-card { background: var(--pv-surface); border: 1px solid var(--pv-line); border-radius: var(--pv-radius); padding: var(--pv-space); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pv-space); max-inline-size: var(--parvis-max-width, 60em) }
  @container pv (inline-size < 30em) { .pv-card { padding: min(1em, var(--pv-space)) } }
  /* Floating, it is laid out as any other part of the fieldset, inside its edge. */
  legend { float: left }
  h1, h2, h3, h4, h5, h6, .pv-title { font-size: 1.25em; line-height: 1.3; font-weight: 650; margin: 0; text-wrap: balance }
  .pv-title { font-size: 1.5em }
  p, ul, ol, dl, dd, fieldset, legend, table, figure { margin: 0; padding: 0; border: 0; min-inline-size: 0 }
  p, dd, .pv-measure { max-inline-size: 66ch }
  :is(p, dd, span)[dir='auto'] { text-align: -webkit-match-parent; text-align: match-parent }
  .pv-text { white-space: pre-line }
  ul, ol { list-style: none }
  a { color: var(--pv-accent); text-decoration: underline; text-underline-offset: .15em }
  a:hover { text-decoration-thickness: .15em }
  .pv-stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pv-gap) }
  .pv-hint, .pv-second { color: var(--pv-text-2) }
  .pv-hint { font-size: .875em }
  .pv-visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

  :focus-visible, :focus:not(:focus-visible):is([tabindex='-1']) { outline: 3px solid var(--pv-focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--pv-surface); border-radius: .25em; scroll-margin-block: 7em }
  [tabindex='-1']:focus { outline-width: 2px }

  .pv-label { display: block; font-weight: 650 }
  .pv-field { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em }
  .pv-field[data-error] { border-inline-start: 4px solid var(--pv-error); padding-inline-start: .75em }
  .pv-error { color: var(--pv-error); font-weight: 650 }
  .pv-actions { display: flex; flex-wrap: wrap; gap: var(--pv-gap); align-items: center }
  button { font: inherit; letter-spacing: inherit; word-spacing: inherit; font-weight: 650; color: var(--pv-accent); background: var(--pv-surface); border: 1px solid var(--pv-line-strong); border-radius: var(--pv-radius); padding: .5em 1em; min-block-size: max(2.75em, 44px); min-inline-size: 44px; margin: 0; cursor: pointer; text-align: center }
  button:hover { background: var(--pv-accent-2); border-color: var(--pv-accent) }
  .pv-main:not(:hover) { color: var(--pv-surface); background: var(--pv-accent); border-color: var(--pv-accent) }

  .pv-choice { display: flex; gap: var(--pv-gap); align-items: flex-start; padding: .625em var(--pv-gap); min-block-size: 44px; border: 1px solid var(--pv-line-strong); border-radius: var(--pv-radius); cursor: pointer; background: var(--pv-surface) }
  .pv-choice:hover { background: var(--pv-surface-2) }
  .pv-choice:has(:checked) { border-color: var(--pv-accent); box-shadow: inset .25em 0 var(--pv-accent); background: var(--pv-accent-2) }
  .pv-choice:has(:focus-visible) { outline: 3px solid var(--pv-focus); outline-offset: 2px }
  .pv-choice input { inline-size: 1.375em; block-size: 1.375em; margin: .0625em 0 0; accent-color: var(--pv-accent); flex: none; outline: none; box-shadow: none }
  :dir(rtl) .pv-choice:has(:checked) { box-shadow: inset -.25em 0 var(--pv-accent) }

  .pv-notice { background: var(--pv-surface-2); border-inline-start: 4px solid var(--pv-line-strong); border-radius: var(--pv-radius); padding: min(1em, var(--pv-space)); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pv-gap); justify-items: start }
  .pv-notice[data-kind='ok'] { background: var(--pv-ok-2); border-color: var(--pv-ok) }
  .pv-notice[data-kind='warn'] { background: var(--pv-warn-2); border-color: var(--pv-warn) }
  .pv-notice[data-kind='error'] { background: var(--pv-error-2); border-color: var(--pv-error) }
  .pv-notice[data-kind='ok'] :is(h1, h2, h3, h4, h5, h6) { color: var(--pv-ok) }
  .pv-notice[data-kind='error'] :is(h1, h2, h3, h4, h5, h6, a) { color: var(--pv-error) }
  .pv-code { display: inline-block; font-size: 1.25em; font-weight: 650; font-family: ui-monospace, monospace; user-select: all }
  .pv-status { min-block-size: 1.5em; color: var(--pv-text-2); max-inline-size: none }
  .pv-status:empty { position: absolute; min-block-size: 0 }
  .pv-waiting { background: var(--pv-surface-2); border-radius: var(--pv-radius); block-size: 1.5em }
  .pv-card:has(.pv-waiting) { min-block-size: min(40em, 90vh) }

  @media (forced-colors: active) {
    .pv-choice:has(:checked) { border: 3px solid Highlight }
    .pv-main { border: 2px solid }
    .pv-notice { border: 1px solid; border-inline-start-width: 4px }
  }
  @media print {
    .pv-root { color-scheme: light !important }
    /* As a grid, a card that goes over several pages is laid over itself. */
    .pv-card { display: block; border: 0; padding: 0 }
    .pv-card > * { margin-block-end: 1em }
    button, .pv-actions, .pv-status { display: none }
    a[href^='http']::after { content: ' (' attr(href) ')' }
  }
`,
];
