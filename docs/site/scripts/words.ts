import { words, type FrameWords } from '../words.ts';

/** The sentences of the page's language. */
export const frameWords = (): FrameWords => words[document.documentElement.lang === 'en' ? 'en' : 'fr'];
