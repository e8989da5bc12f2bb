import { css } from 'lit';

export const ballotStyles = css`
  legend { font-size: 1.25em }
  fieldset > .pv-hint { font-size: 1em }
  :has(> .pv-left) { display: block }
  .pv-left { display: grid; gap: .5em; padding-block: .75em; background: var(--pv-surface); font-weight: 650 }
  .pv-options > li + li { margin-block-start: .5em }
  :where(.pv-options) .pv-choice { border-color: var(--pv-line); scroll-margin-block: 9em 2em }
  .pv-words { flex: 1; min-inline-size: 0 }
  .pv-line { display: flex; flex-wrap: wrap; gap: 0 .5em }
  .pv-number { min-inline-size: 1.25em }
  .pv-name { flex: 1 1 9em; font-weight: 650 }
  .pv-cost { margin-inline-start: auto }
  .pv-more { display: grid; white-space: pre-line; max-inline-size: 66ch }
  .pv-flag { font-size: .875em; font-weight: 650; color: var(--pv-accent) }
  .pv-options [data-over] { border-color: var(--pv-error); background: var(--pv-error-2); box-shadow: none }
  [data-over] :is(.pv-flag, p, progress) { color: var(--pv-error) }
  .pv-gone { cursor: default; background: var(--pv-surface-2); padding-inline-start: 2.875em }
  .pv-gone * { font-weight: 400; color: var(--pv-text-2) }
  @container pv (inline-size >= 40em) {
    .pv-more { padding-inline-start: 1.75em }
    @media (min-height: 36em) { .pv-left { position: sticky; inset-block-start: 0; z-index: 1 } }
  }
  progress { display: block; inline-size: 100%; color: var(--pv-accent); accent-color: currentColor }
  .pv-choice:has(+ .pv-about) { border-block-end: 0; border-radius: var(--pv-radius) var(--pv-radius) 0 0 }
  .pv-options .pv-about { border: 1px solid var(--pv-line); border-block-start: 0; border-radius: 0 0 var(--pv-radius) var(--pv-radius); padding-inline: .75em }
  summary { padding-block: .625em; font-weight: 650; color: var(--pv-accent); cursor: pointer }
  .pv-about > :not(summary) { display: block; margin-block-end: .75em; white-space: pre-line; max-inline-size: 66ch }
  img { inline-size: 100%; aspect-ratio: 3 / 2; object-fit: contain }
  .pv-chosen > li { padding-block: .5em; border-block-end: 1px solid var(--pv-line) }
`;
