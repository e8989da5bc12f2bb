import { css } from 'lit';
import { fieldStyles } from '../shared/fields.css.ts';
import { selectStyles } from '../shared/select.css.ts';
import { longStyles } from './long/long.css.ts';

/** For the controls of `more.ts`; added to those of the ballot. */
export const moreStyles = [
  fieldStyles,
  selectStyles,
  longStyles,
  css`
  .pv-entry { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: .5em .75em; padding: .625em .75em; border: 1px solid var(--pv-line); border-radius: var(--pv-radius); background: var(--pv-surface); scroll-margin-block: 9em 2em }
  .pv-entry[data-chosen] { border-color: var(--pv-accent); box-shadow: inset .25em 0 var(--pv-accent); background: var(--pv-accent-2) }
  :dir(rtl) .pv-entry[data-chosen] { box-shadow: inset -.25em 0 var(--pv-accent) }
  .pv-entry:has(+ .pv-about) { border-block-end: 0; border-radius: var(--pv-radius) var(--pv-radius) 0 0 }
  .pv-options:has(.pv-entry) .pv-gone { padding-inline-start: .75em }
  .pv-entry > .pv-error { grid-column: 1 / -1 }
  ol { list-style: none; margin: 0; padding: 0 }
  .pv-ranked { grid-template-columns: auto minmax(0, 1fr) auto }
  .pv-entry.pv-ranked > select { inline-size: auto; font-weight: 650 }
  .pv-moves { display: flex; flex-wrap: wrap; justify-content: end; gap: .25em }
  fieldset :is(h2, h3, h4, h5, h6) { font-size: 1.125em; margin-block-start: .5em }
  .pv-judged { grid-template-columns: minmax(0, 1fr) }
  .pv-judged legend { font-size: 1em; inline-size: 100% }
  .pv-answers { display: flex; flex-wrap: wrap; gap: .375em }
  .pv-answers > .pv-choice { gap: .5em; padding-inline: .625em; align-items: center; background: var(--pv-surface) }
  .pv-answers input { margin: 0 }
  .pv-entry > :is(select, input) { inline-size: 11em; max-inline-size: 100% }
  .pv-entry:not([data-chosen]) .pv-flag { font-weight: 400; color: var(--pv-text-2) }
  .pv-stepper { display: flex; gap: .25em; justify-self: end }
  .pv-stepper > button { padding: 0; inline-size: max(2.75em, 44px); font-size: 1.25em; line-height: 1 }
  .pv-stepper > input { inline-size: 4em; text-align: center; font-weight: 650 }
  .pv-ask { display: grid; gap: 1em }
  .pv-access { max-inline-size: 22em; letter-spacing: .05em; text-transform: uppercase }
  .pv-place { order: -1; min-inline-size: 4em; font-weight: 650 }
  @container pv (inline-size < 36em) {
    .pv-entry { display: flex; flex-wrap: wrap; justify-content: end; gap: .5em .25em }
    .pv-entry > :is(label, .pv-words, legend) { flex: 1 0 100%; order: -1 }
    .pv-judged > .pv-answers { flex: 1 }
    .pv-grades { display: grid; grid-template-columns: repeat(auto-fill, minmax(9em, 1fr)) }
    .pv-ranked > .pv-moves { display: contents }
    .pv-ranked > select { margin-inline-end: auto }
  }
  @media print { .pv-ask { display: none } }
  @media (forced-colors: active) { .pv-entry[data-chosen] { border: 3px solid Highlight } }
`,
];
