import { html } from 'hono/html';
import { type InFrame, layout } from './layout.ts';

const known = { 403: 'foreign', 404: 'missing', 413: 'tooLong', 429: 'busy' } as const;

/** Nothing is here, or something broke: what to do. */
export function errorPage(status: number): InFrame {
  const what = known[status as keyof typeof known] ?? 'broken';
  return layout(({ tell, to }) => ({
    title: tell(what),
    content: html`<p>${tell(`${what}Text`)} <a href="${to('/')}">${tell('allConsultations')}</a></p>`,
  }));
}
