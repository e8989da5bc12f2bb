import { css } from 'lit';

/** A list to pick from, with an arrow of its own that keeps away from the edge; in forced colours that of the system. */
export const selectStyles = css`
  select {
    appearance: none; padding-inline-end: 2.25em; text-overflow: ellipsis; cursor: pointer; background-repeat: no-repeat; background-size: .4em .4em;
    background-image: linear-gradient(45deg, #0000 50%, var(--pv-text-2) 50%), linear-gradient(-45deg, #0000 50%, var(--pv-text-2) 50%);
    background-position: right 1.1em top 55%, right .75em top 55%
  }
  select:dir(rtl) { background-position: left .75em top 55%, left 1.1em top 55% }
  @media (forced-colors: active) { select { appearance: auto } }
`;
