import { html, type TemplateResult } from 'lit';

const percent = (part: number, whole: number): string => `${Math.min(100, (part / Math.max(whole, 1)) * 100).toFixed(2)}%`;

/** What is used of a limit, with a mark where the limit is. A picture of a sentence beside it, so hidden from screen readers. */
export const bar = (used: number, limit: number): TemplateResult => {
  const whole = Math.max(used, limit);
  return html`<svg class="pv-bar" aria-hidden="true">
    <rect class="pv-track" width="100%" height="100%"></rect>
    <rect class="pv-over" width=${percent(used, whole)} height="100%"></rect>
    <rect class="pv-used" width=${percent(Math.min(used, limit), whole)} height="100%"></rect>
    <rect class="pv-limit" x=${percent(limit, whole)} width="3" height="100%" transform="translate(-3)"></rect>
  </svg>`;
};

/** Two amounts of a whole side by side: plain, and outlined. */
export const twoPartBar = (first: number, second: number, whole: number): TemplateResult =>
  html`<svg class="pv-bar" aria-hidden="true">
    <rect class="pv-track" width="100%" height="100%"></rect>
    <rect class="pv-used" width=${percent(first, whole)} height="100%"></rect>
    <rect class="pv-paper" x=${percent(first, whole)} width=${percent(second, whole)} height="100%"></rect>
  </svg>`;
