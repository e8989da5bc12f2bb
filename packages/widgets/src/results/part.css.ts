import { css } from 'lit';
import { fieldStyles } from '../shared/fields.css.ts';

export const partStyles = css`
  ${fieldStyles}
  .pv-label { display: block; font-weight: 650 }
  .pv-field { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em }
  .pv-file { display: inline-block; padding-block: .625em }
  /* The last building is no total. */
  [aria-labelledby$='groups'] td:last-child { font-weight: 400 }
  progress { inline-size: 100%; accent-color: var(--pv-accent) }
  @media print { .pv-field { display: none } }
`;
