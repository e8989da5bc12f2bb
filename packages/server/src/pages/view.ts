import { raw } from 'hono/html';
import type { Markup } from './words.ts';

/** Marks by which lit finds its places again in a browser; nothing looks for them here. Text of people never holds one: `<` is escaped. */
const marks = /<\?>|<!--\/?lit-(?:part|node)[^>]*-->/g;

/**
 * A widget's view as markup: the template that browsers show, without what listens to people. What renders is loaded at the first page that
 * needs it, since it takes a fifth of a second.
 * @param texts what stands in fields of several lines, by their name: in a widget that is no attribute, so it does not come with the template
 */
export async function rendered(view: unknown, texts: Readonly<Record<string, string>> = {}): Promise<Markup> {
  const [{ render }, { collectResult }] = await Promise.all([import('@lit-labs/ssr'), import('@lit-labs/ssr/lib/render-result.js')]);
  const markup = (await collectResult(render(view))).replaceAll(marks, '');
  // The first line break after the tag is not part of the text (HTML, "the textarea element").
  return raw(markup.replaceAll(/<textarea\b[^>]* name="?(\w+)"?[^>]*>/g, (tag, name: string) => (texts[name] ? `${tag}\n${escaped(texts[name])}` : tag)));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
