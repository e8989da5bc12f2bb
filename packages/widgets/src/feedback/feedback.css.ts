import { css } from 'lit';

export const feedbackStyles = css`
  .pv-tools { display: grid; gap: 1em; grid-template-columns: minmax(0, 1fr) }
  @container pv (inline-size >= 40em) { .pv-tools { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); align-items: end } }
  .pv-items { border-block-start: 1px solid var(--pv-line) }
  .pv-items > li { border-block-end: 1px solid var(--pv-line); padding-block: 1.25em; display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; justify-items: start }
  .pv-items > li:last-child { border: 0; padding-block-end: 0 }
  .pv-items :is(h3, h4, h5, h6) { font-size: 1.125em }
  .pv-badge { display: inline-block; font-weight: 650; font-size: .875em; padding: .125em .625em; border: 1px solid currentColor; border-radius: 1em; color: var(--pv-text-2) }
  .pv-badge[data-kind='ok'] { color: var(--pv-ok); background: var(--pv-ok-2) }
  .pv-badge[data-kind='warn'] { color: var(--pv-warn); background: var(--pv-warn-2) }
  .pv-badge[data-kind='accent'] { color: var(--pv-accent); background: var(--pv-accent-2) }
  .pv-facts { display: flex; flex-wrap: wrap; gap: .25em 1.25em; color: var(--pv-text-2) }
  .pv-said { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; inline-size: 100% }
  .pv-said dt { font-weight: 650 }
  .pv-said > div { padding-inline-start: .75em; border-inline-start: 2px solid var(--pv-line) }
  .pv-said > .pv-did { border-color: var(--pv-accent) }
  @container pv (inline-size >= 40em) { .pv-said { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) } }
  .pv-open { display: inline-flex; align-items: center; min-block-size: 44px; font-weight: 650 }
  .pv-steps > li { display: grid; grid-template-columns: 1.5em minmax(0, 1fr); gap: 0 .75em; position: relative; padding-block-end: 1.5em }
  .pv-steps > li::before { content: ''; inline-size: 1em; block-size: 1em; margin: .25em; border: 2px solid var(--pv-line-strong); border-radius: 50%; background: var(--pv-surface); z-index: 1 }
  .pv-steps > li:not(:last-child)::after { content: ''; position: absolute; inset-block: .75em -.25em; inset-inline-start: calc(.75em - 1px); border-inline-start: 2px solid var(--pv-line-strong) }
  .pv-steps > li[data-state='done']::before { background: var(--pv-ok); border-color: var(--pv-ok) }
  .pv-steps > li[data-state='now']::before { border: .3125em solid var(--pv-accent) }
  .pv-steps > li[data-late]::before { border-color: var(--pv-warn) }
  .pv-steps > li > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25em }
  .pv-steps :is(h3, h4, h5, h6) { font-size: 1em }
  .pv-late { color: var(--pv-warn); font-weight: 650 }
  .pv-files a, .pv-file { display: inline-flex; align-items: center; min-block-size: 44px }
  .pv-useful { display: flex; flex-wrap: wrap; gap: .5em .75em; align-items: center }
  .pv-useful button[aria-pressed='true'] { background: var(--pv-accent-2); border: 2px solid var(--pv-accent) }
  .pv-part { border-block-start: 1px solid var(--pv-line); padding-block-start: 1.5em }
  @media (forced-colors: active) { .pv-steps > li[data-state='done']::before { background: CanvasText } }
  @media print { .pv-tools, .pv-part, .pv-useful, .pv-open { display: none } .pv-files a, .pv-file { display: inline } }
`;
