import { html } from 'hono/html';
import { pressed } from '../forms/read.ts';
import type { Frame } from '../frame.ts';
import type { Markup } from '../words.ts';

interface Opinion {
  id: string;
  /** What was said. Absent: nothing yet. */
  on?: boolean | undefined;
  question: string;
}

/** The opinion that was sent, and on what. */
export function readOpinion(form: URLSearchParams): { id: string; useful: boolean } {
  const yes = pressed(form, 'yes');
  return { id: yes ?? pressed(form, 'no') ?? '', useful: yes !== undefined };
}

/** Yes or no; whoever has said one can say the other. */
export function opinionForm({ speech: { faq: { say } }, tell }: Frame, { action, state }: { action: string; state: string }, { id, on, question }: Opinion): Markup {
  const word = (useful: boolean) => say(useful ? 'yes' : 'no');
  return html`
<form method="post" action="${action}"><input type="hidden" name="state" value="${state}">
<div class="pv-actions" role="group" aria-label="${question}"><span>${question}${on === undefined ? '' : ` ${tell('answered', { answer: word(on) })}`}</span>
${[true, false].filter((useful) => useful !== on).map((useful) => html`<input type="submit" name="${useful ? 'yes' : 'no'} ${id}" value="${on === undefined ? word(useful) : tell('changeAnswer', { answer: word(useful) })}"> `)}</div>
</form>`;
}
