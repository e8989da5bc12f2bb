import { html, raw } from 'hono/html';
import { french, frameWords, type FrameWords } from './frame.words.ts';
import { tellIn, type Tell } from './sentences/index.ts';
import { type PageSpeech, speechOf } from './speech.ts';
import { direction, type Markup } from './words.ts';

/** What is around the content of a page: in the language its address asks for, if there are words in it. */
export interface Frame {
  lang: string;
  say: FrameWords;
  /** What the forms say besides. */
  tell: Tell;
  /** The widgets' words. */
  speech: PageSpeech;
  /** The address of another page, in the same language. */
  to(path: string): string;
  /** This page in another language. */
  here(lang: string): string;
}

/** @param address as it was asked for, with its query */
export function frameOf(address: string): Frame {
  const { pathname, searchParams } = new URL(address);
  const asked = searchParams.get('locale');
  const base = asked?.toLowerCase().split('-')[0] ?? 'fr';
  const lang = Object.hasOwn(frameWords, base) ? base : 'fr';
  return {
    lang,
    say: frameWords[lang] ?? french,
    tell: tellIn(lang),
    speech: speechOf(lang),
    to: (path) => (asked === null ? path : withLocale(path, asked)),
    here: (other) => withLocale(pathname, other, searchParams),
  };
}

function withLocale(path: string, lang: string, query = new URLSearchParams()): string {
  const [place = '', own = ''] = path.split('?');
  const all = new URLSearchParams([...query, ...new URLSearchParams(own)]);
  // French is what comes when nobody asks.
  if (lang === 'fr') all.delete('locale');
  else all.set('locale', lang);
  const text = all.toString();
  return text === '' ? place : `${place}?${text}`;
}

/** This page in other languages: those that the content has, and the language it is in where the words around it are in another. */
export function languageLinks({ lang, say, here }: Frame, languages: readonly string[]): Markup | '' {
  const others = languages.map((other) => other.toLowerCase().split('-')[0] ?? '').filter((other, i, all) => other !== lang && Object.hasOwn(frameWords, other) && all.indexOf(other) === i);
  if (others.length === 0) return '';
  return html`<nav class="languages" aria-label="${say.languages}"><ul>${others.map((other) => html`<li><a href="${here(other)}" lang="${other}" hreflang="${other}" dir="${direction(other)}">${frameWords[other]?.name}</a></li>`)}</ul></nav>`;
}

/** Words of the consultation, marked where they are in another language than what is around them. */
export const own = ({ lang }: Pick<Frame, 'lang'>, text: string, textLang: string): Markup | string =>
  (textLang === lang ? text : html`<bdi lang="${textLang}">${text}</bdi>`);

/** What a widget's tag says of its language. Absent where it is that of what is around it. */
export const tagLang = ({ lang }: Frame): Markup | '' => (lang === 'fr' ? '' : raw(` lang="${lang}" dir="${direction(lang)}"`));

/** The attributes of an element with words of people, where they are in another language than what is around them. */
export const langOf = ({ lang }: Pick<Frame, 'lang'>, textLang: string): Markup | '' => (textLang === lang ? '' : raw(` lang="${textLang}" dir="${direction(textLang)}"`));

/** `Vote : NAME` in one sentence. */
export const titled = ({ tell }: Pick<Frame, 'tell'>, what: string, name: string): string => tell('of', { what, name });
