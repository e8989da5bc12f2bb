/** One sentence of a `.po` file. */
export interface Entry {
  /** Where WordPress tells two uses of the same words apart (`msgctxt`); absent: nowhere in particular. */
  context?: string;
  /** The English sentence. */
  source: string;
  translation: string;
}

const ENTRY = /^(?:msgctxt (?<context>".*")\n)?msgid (?<source>(?:".*"\n)+)msgstr (?<translation>(?:".*"\n?)+)/gm;

/** Reads the sentences of a gettext `.po` file, without its header. Plural forms are not known here: the plugin has none. */
export function readPo(text: string): Entry[] {
  return [...text.matchAll(ENTRY)].flatMap(({ groups }): Entry[] => {
    const [source, translation] = [unquote(groups?.['source']), unquote(groups?.['translation'])];
    const context = groups?.['context'];
    return source === '' ? [] : [{ ...(context ? { context: unquote(context) } : {}), source, translation }];
  });
}

/** The header of the file, which `.mo` files carry as the translation of nothing. */
export function headerOf(text: string): string {
  return unquote(/^msgid ""\nmsgstr (?<header>(?:".*"\n)+)/m.exec(text)?.groups?.['header']);
}

const unquote = (lines = ''): string => [...lines.matchAll(/"(.*)"/g)].map(([, line = '']) => JSON.parse(`"${line}"`) as string).join('');

/** Under which both kinds of files look a sentence up. */
export const keyOf = ({ context, source }: Pick<Entry, 'context' | 'source'>): string => (context ? `${context}\u0004${source}` : source);
