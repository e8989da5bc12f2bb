import { css } from 'lit';

/** For ballots with many options. */
export const longStyles = css`
  .pv-tools { margin-block-end: 1em }
  .pv-finder { display: grid; grid-template-columns: minmax(0, 1fr); align-items: end; gap: .75em 1em; padding: 1em; border-radius: var(--pv-radius); background: var(--pv-surface-2) }
  .pv-finder > :is(.pv-actions, :first-child) { grid-column: 1 / -1 }
  .pv-finder p { flex: 1 1 14em; max-inline-size: none }
  .pv-mine { align-items: center }
  .pv-mine input { margin: 0 }
  .pv-compare { padding: 1em; border: 1px solid var(--pv-line); border-radius: var(--pv-radius) }
  .pv-scroll { overflow-x: auto }
  table { border-collapse: collapse; inline-size: 100%; overflow-wrap: break-word }
  th, td { padding: .5em .75em; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--pv-line); font-weight: 400; min-inline-size: 6em; white-space: pre-line }
  th { font-weight: 650 }
  td:first-child, th:first-child { min-inline-size: 0 }
  th > .pv-flag { display: block }
  .pv-head { display: none }
  @container pv (inline-size >= 40em) { .pv-finder { grid-template-columns: repeat(3, minmax(0, 1fr)) } }
  @container pv (inline-size < 40em) {
    .pv-compare :is(table, tbody, tr, th, td) { display: block; min-inline-size: 0 }
    .pv-compare thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
    .pv-compare tr { padding-block: .75em; border-block-end: 1px solid var(--pv-line-strong) }
    .pv-compare :is(th, td) { border: 0; padding: 0 }
    .pv-compare :is(td:first-child, th) { display: inline }
    .pv-compare td + td, .pv-compare th + td { margin-block-start: .5em }
    .pv-head { display: block; font-size: .875em }
  }
  @media print { .pv-finder { display: none } }
`;
