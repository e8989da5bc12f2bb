import { raw } from 'hono/html';
import type { Markup } from './words.ts';

/** Marks by which lit finds its places again in a browser; nothing looks for them here. Text of people never holds one: `<` is escaped. */
const marks = /<\?>|<!--\/?lit-(?:part|node)[^>]*-->/g;

/**
 * A widget's view as markup: the template that browsers show, without what listens to people. What renders is loaded at the first page that
 * needs it, since it takes a fifth of a second.
 */
export async function rendered(view: unknown): Promise<Markup> {
  const [{ render }, { collectResult }] = await Promise.all([import('@lit-labs/ssr'), import('@lit-labs/ssr/lib/render-result.js')]);
  return raw((await collectResult(render(view))).replaceAll(marks, ''));
}
