import type { Finding } from './finding.ts';
import { en } from './words.en.ts';
import { fr, type Told } from './words.fr.ts';

export type Words = typeof fr;

/** What is told of one finding. */
export interface Entry extends Told {
  weight: string;
  /** Absent: nothing to copy. */
  paste?: string | undefined;
}

export interface Report {
  words: Words;
  lang: 'fr' | 'en';
  /** What there is to do, in a sentence or two. */
  summary: string;
  entries: readonly Entry[];
}

/** In English on a page in English; in French everywhere else. */
export function reportOf(findings: readonly Finding[], pageLang: string): Report {
  const lang = /^en\b/i.test(pageLang) ? 'en' : 'fr';
  const words = lang === 'en' ? en : fr;
  const count = (forms: Words['stops'], n: number) => (n === 0 ? [] : [fill(n === 1 ? forms.one : forms.other, { n: String(n) })]);
  const stops = findings.filter(({ weight }) => weight === 'stop').length;
  return {
    words, lang,
    summary: [...count(words.stops, stops), ...count(words.betters, findings.length - stops)].join(' ') || words.fine,
    entries: findings.map(({ name, weight, holes = {}, paste }) => {
      const { what, why, mend } = words.findings[name];
      return { weight: words[weight], what: fill(what, holes), why: fill(why, holes), mend: fill(mend, holes), paste };
    }),
  };
}

const fill = (text: string, holes: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (hole, name: string) => holes[name] ?? hole);

/** The whole report, to copy and for the console. */
export const reportText = ({ words, summary, entries }: Report, page: string): string => [
  words.title, page, '', summary,
  ...entries.flatMap(({ weight, what, why, mend, paste }, i) => ['', `${i + 1}. [${weight}] ${what}`, `   ${words.why} ${why}`, `   ${words.mend} ${mend}`, ...(paste ? [`   ${paste}`] : [])]),
  '', words.looked,
].join('\n');
