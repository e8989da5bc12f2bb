import { css } from 'lit';

export const formStyles = css`
  header { display: grid; gap: .375em }
  .pv-answers > div { display: grid; gap: .25em; padding-block: .75em; border-block-start: 1px solid var(--pv-line) }
  dd { display: grid; gap: .75em }
  @container pv (inline-size >= 40em) { .pv-answers > div { grid-template-columns: 12em minmax(0, 1fr); gap: 1.5em } }
  .pv-label .pv-second { font-weight: 400 }
  summary { color: var(--pv-accent); font-weight: 650; cursor: pointer; padding-block: .625em }
`;
