import { html } from 'hono/html';
import type { Markup } from '../words.ts';

interface Opinion {
  id: string;
  /** What was said. Absent: nothing yet. */
  on?: boolean | undefined;
  question: string;
}

const word = (useful: boolean): string => (useful ? 'Oui' : 'Non');

/** Yes or no; whoever has said one can say the other. */
export const opinionForm = ({ action, state }: { action: string; state: string }, { id, on, question }: Opinion): Markup => html`
<form method="post" action="${action}"><input type="hidden" name="state" value="${state}">
<div class="pv-actions" role="group" aria-label="${question}"><span>${question}${on === undefined ? '' : ` Vous avez répondu : ${word(on).toLowerCase()}.`}</span>
${[true, false].filter((useful) => useful !== on).map((useful) => html`<button type="submit" name="${useful ? 'yes' : 'no'}" value="${id}">${on === undefined ? '' : 'Changer ma réponse : '}${word(useful)}</button> `)}</div>
</form>`;
