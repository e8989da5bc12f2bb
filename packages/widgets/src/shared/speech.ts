import { type Messages, type Say, sayIn } from './messages.ts';

export { type Messages, type Say, sayIn };

/** Who speaks on a page without JavaScript: a language, and how its sentences are said. */
export interface Speech<S> {
  lang: string;
  say: S;
}

/** @param sentences in that language, with every key of the French ones */
export const speechIn = <K extends string>(lang: string, sentences: Messages<K>): Speech<Say<K>> => ({ lang, say: sayIn(sentences, lang) });
