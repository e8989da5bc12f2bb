import { operationsModule } from './guards-plugin.ts';

/** What the code of one browser file speaks of: every name and every word of its strings. */
export interface Words {
  has(word: string): boolean;
  /** Whether it may name a class or an element that is shown. */
  mayShow(name: string): boolean;
}

/** @param modules the code of each module of the file, by path, without what is never used */
export function wordsOf(modules: Readonly<Record<string, string | null>>): Words {
  // A sentence, a style or a field of an answer is used when something else names it.
  const code = Object.entries(modules).flatMap(([path, text]) => (/\.(messages|css)\.ts$/.test(path) || path === operationsModule ? [] : [text ?? ''])).join('\n');
  const composed = /\bsay\(\s*`[^`]*\$\{[^`]*`/.exec(code);
  if (composed) throw new Error(`Write the keys of sentences out, so that the build sees which are used: ${composed[0]}`);
  const words = new Set(code.match(/[\w$-]+/g));
  // `pv-step-${state}`, `<h${level}`.
  const beginnings = [...code.matchAll(/([\w-]+-|(?<=<)\w+)\$\{/g)].map((match) => match[1] ?? '');
  return {
    has: (word) => words.has(word),
    mayShow: (name) => words.has(name) || beginnings.some((beginning) => name.startsWith(beginning)),
  };
}
