import { languages, type Lang } from '../languages.ts';
import { words, type FrameWords } from '../words.ts';

/** Of words in every language, those of the page that is open. */
export const ofPage = <T>(all: Readonly<Record<Lang, T>>): T => all[languages.find((lang) => lang === document.documentElement.lang) ?? languages[0]];

/** What the frame says, likewise. */
export const frameWords = (): FrameWords => ofPage(words);
