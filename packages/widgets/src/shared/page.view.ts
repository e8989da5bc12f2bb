import { html, nothing } from 'lit';
import type { View } from './views.ts';

/** Forms of pages without JavaScript. No widget has them in its file. */

/** Where a form goes, and what it carries unseen. */
export interface Sending {
  action: string;
  state: string;
}

export const unseenState = ({ state }: Pick<Sending, 'state'>): View => html`<input type="hidden" name="state" value=${state}>`;

export const postForm = (sending: Sending, content: View): View =>
  html`<form class="pv-form" method="post" action=${sending.action} novalidate>${unseenState(sending)}${content}</form>`;

/** A button that sends its form; its name says what for. No `button`: text browsers show its value and its words. */
export const submitButton = (act: string, words: string, main = false): View => html`<input type="submit" name=${act} value=${words} class=${main ? 'pv-main' : nothing}>`;
