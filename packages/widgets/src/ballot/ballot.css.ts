import { css } from 'lit';

export const ballotStyles = css`
  legend { font-size: 1.25em; margin-block-end: .25em }
  fieldset .pv-hint { font-size: 1em; color: var(--pv-text) }
  .pv-options { display: block }
  .pv-options > li:not(:last-child) { margin-block-end: .5em }
  .pv-choice { scroll-margin-block: 9em 2em }
  .pv-choice-words { flex: 1; min-inline-size: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: .125em }
  .pv-line { display: flex; flex-wrap: wrap; gap: 0 .75em; align-items: baseline }
  .pv-number { min-inline-size: 1.5em; color: var(--pv-text-2); font-variant-numeric: tabular-nums }
  .pv-name { flex: 1 1 9em; font-weight: 650; text-align: match-parent }
  .pv-cost { font-variant-numeric: tabular-nums; margin-inline-start: auto }
  .pv-more { display: flex; flex-wrap: wrap; gap: .125em .75em }
  .pv-more > * { text-align: match-parent }
  .pv-text { flex-basis: 100%; max-inline-size: 66ch; white-space: pre-line }
  .pv-flag { font-size: .875em; font-weight: 650; color: var(--pv-accent); align-self: center }
  .pv-flag[data-over] { color: var(--pv-error) }
  .pv-choice[data-over] { border-color: var(--pv-error); background: var(--pv-error-2); box-shadow: inset .25em 0 var(--pv-error) }
  :dir(rtl) .pv-choice[data-over] { box-shadow: inset -.25em 0 var(--pv-error) }
  .pv-gone { cursor: default; background: var(--pv-surface-2); border: 1px dashed var(--pv-line-strong); padding-inline-start: 2.875em }
  .pv-gone .pv-name { font-weight: 400; color: var(--pv-text-2) }
  .pv-gone .pv-flag { color: var(--pv-text-2) }
  .pv-left { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em; padding-block: .75em; background: var(--pv-surface) }
  .pv-left p { font-weight: 650 }
  .pv-left[data-over] p { color: var(--pv-error) }
  @container pv (inline-size >= 40em) {
    @media (min-height: 36em) { .pv-left { position: sticky; inset-block-start: 0; z-index: 1; border-block-end: 1px solid var(--pv-line) } }
  }
  .pv-bar { display: block; inline-size: 100%; block-size: .75em; border-radius: .375em; overflow: hidden }
  :dir(rtl) > .pv-bar { transform: scaleX(-1) }
  .pv-track { fill: var(--pv-line) }
  .pv-used { fill: var(--pv-accent) }
  .pv-over { fill: var(--pv-error) }
  .pv-limit { fill: var(--pv-text) }
  .pv-paper { fill: var(--pv-accent-2); stroke: var(--pv-accent); stroke-width: 2 }
  .pv-chosen > li { padding-block: .625em; border-block-end: 1px solid var(--pv-line) }
  .pv-other { border-block-start: 1px solid var(--pv-line); padding-block-start: 1.5em }
  .pv-other :is(h2, h3, h4, h5, h6) { font-size: 1.125em }
  @media (forced-colors: active) {
    .pv-bar { border: 1px solid } .pv-used, .pv-limit { fill: CanvasText } .pv-track { fill: Canvas } .pv-over { fill: Mark } .pv-paper { fill: Canvas; stroke: CanvasText }
  }
`;
