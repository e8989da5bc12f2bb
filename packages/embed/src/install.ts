import { httpBackend } from '@parvis/adapters/http';
import { defineOnce, type Messages, type ParvisElement } from '@parvis/widgets/shared';

type Verbs = Parameters<typeof httpBackend>[1];
type Widget = CustomElementConstructor & Pick<typeof ParvisElement, 'connect' | 'loadMessages'>;

/** Address of the file this code ends up in: the languages lie beside it. */
const here = import.meta.url;

/**
 * Makes a widget ready for a page: it speaks to `https:` backends with the verbs given, fetches other languages from
 * beside its own file, and its tag is defined.
 * @param name `ballot` for the tag `parvis-ballot` and the languages `parvis-ballot.en.json` …
 */
export function install(name: string, widget: Widget, verbs: Verbs): void {
  widget.connect = (base) => httpBackend(base, verbs);
  widget.loadMessages = (lang) => loadMessages(name, lang);
  defineOnce(`parvis-${name}`, widget);
}

/** @throws where there is no such language: the widget then stays French. */
async function loadMessages(name: string, lang: string): Promise<Messages> {
  const answer = await fetch(new URL(`parvis-${name}.${lang}.json`, here), { credentials: 'omit' });
  if (!answer.ok) throw new Error(`no language file for "${lang}"`);
  return (await answer.json()) as Messages;
}
