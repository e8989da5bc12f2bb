import { css } from 'lit';

export const resultsStyles = css`
  h3, h4, h5, h6 { font-size: 1.125em }
  .pv-outcome + svg { background: var(--pv-surface-2); outline: 1px solid var(--pv-line-strong) }
  .pv-outcome { font-size: 1.25em; font-weight: 650; line-height: 1.4 }
  svg { display: block; inline-size: 100%; overflow: hidden }
  .pv-bar:dir(rtl) { transform: scaleX(-1) }
  .pv-facts { display: grid; gap: .75em; grid-template-columns: repeat(auto-fit, minmax(min(11em, 100%), 1fr)) }
  .pv-facts > div { background: var(--pv-surface-2); border-radius: var(--pv-radius); padding: .75em 1em }
  .pv-facts dd strong { display: block; font-size: 1.5em; line-height: 1.3 }
  dt { color: var(--pv-text-2) }

  .pv-facts li { display: flex; gap: .5em; align-items: center }
  .pv-facts svg { inline-size: 2em; flex: none }
  ol > li { padding-block: 1em; border-block-start: 1px solid var(--pv-line); display: grid; grid-template-columns: minmax(0, 1fr); gap: .25em }
  .pv-line { display: flex; flex-wrap: wrap; gap: 0 .75em; max-inline-size: none }
  .pv-number { min-inline-size: 1.25em }
  .pv-name { flex: 1 1 9em }
  .pv-cost { margin-inline-start: auto }
  strong { font-weight: 650 }
  .pv-amount { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25em .75em; align-items: center }
  @container pv (inline-size >= 40em) {
    .pv-amount { grid-template-columns: minmax(0, 1fr) 11em }
    .pv-amount strong { text-align: end }
  }
  .pv-bar { --pv-ink: var(--pv-accent); --pv-tint: var(--pv-accent-2); block-size: 1.25em }
  .pv-others .pv-bar { --pv-ink: var(--pv-line-strong); --pv-tint: var(--pv-surface-2) }
  .pv-bar rect { fill: var(--pv-tint); stroke: var(--pv-ink); stroke-width: 2 }
  .pv-bar line { stroke: var(--pv-ink); stroke-width: 100 }
  .pv-bar [data-channel='online'] rect { fill: var(--pv-ink) }
  [data-channel='online'] line { display: none }
  [data-channel='paper'] line { stroke-dasharray: 2 5 }
  [data-channel='assisted'] line { stroke-width: 5; stroke-linecap: round; stroke-dasharray: .1 9 }

  .pv-scroll { overflow-x: auto }
  table { border-collapse: collapse; inline-size: 100%; overflow-wrap: normal; font-variant-numeric: tabular-nums }
  caption { text-align: start; padding-block-end: .5em; color: var(--pv-text-2) }
  /* It stays in view while the table scrolls. */
  caption span { display: block; position: sticky; inset-inline-start: 0; inline-size: fit-content; max-inline-size: calc(100cqi - 4em) }
  th, td { padding: .5em .75em; text-align: end; vertical-align: baseline; border-block-end: 1px solid var(--pv-line); font-weight: 400 }
  th:first-child { text-align: start; padding-inline-start: 0; min-inline-size: 9em; overflow-wrap: anywhere }
  td:last-child, thead th { font-weight: 650 }
  tbody + tbody { border-block-start: 2px solid var(--pv-line-strong) }

  @media (forced-colors: active) {
    .pv-bar { --pv-ink: CanvasText !important; --pv-tint: Canvas !important }
    .pv-facts > div { border: 1px solid }
  }
  @media print {
    .pv-facts > div { border: 1px solid }
    .pv-check { display: none }
    .pv-scroll { overflow: visible }
    ol > li, tr { break-inside: avoid }
    h1, h2, h3, h4, h5, h6, caption, thead { break-after: avoid }
  }
`;
