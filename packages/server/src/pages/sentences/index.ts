import { type Messages, type Say, sayIn } from '@parvis/widgets/speech';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

type Key = keyof typeof fr;
export type Sentences = Messages<Key>;
export type Tell = Say<Key>;

/** By language; the compiler asks for every sentence of the French ones. */
export const sentences: Readonly<Record<string, Sentences>> = { fr, en, ar };

const tellers = new Map(Object.entries(sentences).map(([lang, own]) => [lang, sayIn(own, lang)]));

/** How the sentences of the forms are said in a language that `sentences` has. */
export const tellIn = (lang: string): Tell => tellers.get(lang) ?? sayIn(fr, 'fr');
