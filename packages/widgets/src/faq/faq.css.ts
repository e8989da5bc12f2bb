import { css } from 'lit';

export const faqStyles = css`
  .pv-tools { display: grid; gap: 1em; grid-template-columns: minmax(0, 1fr) }
  @container pv (inline-size >= 40em) { .pv-tools { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); align-items: end } }
  .pv-theme { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em }
  .pv-rows { border-block-start: 1px solid var(--pv-line) }
  .pv-rows > li { border-block-end: 1px solid var(--pv-line) }
  .pv-row { display: flex; gap: 1em; align-items: flex-start; justify-content: space-between; inline-size: 100%; text-align: start; border: 0; border-radius: 0; background: none; color: var(--pv-text); padding: .75em .5em; font-size: inherit }
  .pv-row:hover { background: var(--pv-surface-2); color: var(--pv-accent) }
  .pv-row[aria-expanded='true'] { color: var(--pv-accent) }
  .pv-sign { flex: none; inline-size: 1.25em; block-size: 1.5em; position: relative }
  .pv-sign::before, .pv-sign::after { content: ''; position: absolute; inset-inline: .1em; inset-block-start: calc(50% - 1px); border-block-start: 2px solid currentColor }
  .pv-row[aria-expanded='false'] .pv-sign::after { transform: rotate(90deg) }
  h3, h4, h5, h6 { font-size: 1.125em }
  .pv-rows :is(h3, h4, h5, h6) { font-size: 1em }
  .pv-answer > div { padding-block: .25em .75em; padding-inline: 1.5em .5em }
  .pv-useful { display: flex; flex-wrap: wrap; gap: .5em .75em; align-items: center }
  .pv-useful button { padding-block: .25em }
  .pv-useful button[aria-pressed='true'] { background: var(--pv-accent-2); border: 2px solid var(--pv-accent) }
  .pv-permalink { justify-self: start; min-block-size: 44px; padding-block: .625em }
  .pv-ask { border-block-start: 1px solid var(--pv-line); padding-block-start: 1.5em }
  @media print { .pv-answer { display: block !important; content-visibility: visible !important } .pv-tools, .pv-useful, .pv-ask, .pv-permalink, .pv-sign { display: none } }
`;
