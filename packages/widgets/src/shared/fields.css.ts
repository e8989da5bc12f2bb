import { css } from 'lit';

/** Controls to write in or to pick from a list. Apart from the base, because the ballots that most people meet have none. */
export const fieldStyles = css`
  .pv-form { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pv-space) }
  input:where(:not([type='radio'], [type='checkbox'])), textarea, select {
    font: inherit; letter-spacing: inherit; word-spacing: inherit; color: var(--pv-text); background: var(--pv-surface); border: 1px solid var(--pv-line-strong); border-radius: var(--pv-radius);
    padding: .5em .75em; min-block-size: max(2.75em, 44px); inline-size: 100%; margin: 0
  }
  input[type='search'] { appearance: none }
  textarea { min-block-size: 9em; resize: vertical }
  [aria-invalid='true']:is(input, textarea, select) { border: 2px solid var(--pv-error) }
`;
