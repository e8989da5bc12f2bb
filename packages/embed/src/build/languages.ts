import { readFile } from 'node:fs/promises';

/** A sentence, or one per plural form. */
export type Message = string | Readonly<Record<string, string>>;
export type Sentences = Readonly<Record<string, Message>>;

/** The sentences of a widget in another language, with the shared ones. */
export async function readLanguage(folder: URL, widget: string, lang: string): Promise<Sentences> {
  const parts = await Promise.all(['shared', widget].map((part) => readSentences(new URL(`${part}.${lang}.json`, folder))));
  return Object.assign({}, ...parts) as Sentences;
}

async function readSentences(file: URL): Promise<Sentences> {
  const name = file.pathname.split('/').at(-1);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`languages/${name} is missing`);
  });
  try {
    return JSON.parse(text) as Sentences;
  } catch (error) {
    throw new Error(`languages/${name} is not JSON: ${String(error)}`, { cause: error });
  }
}

/** What a language lacks, has too much, or says without a hole that the French sentence has. Empty: it is whole. */
export function compareSentences(french: Sentences, other: Sentences, lang: string): string[] {
  const missing = Object.keys(french).filter((key) => !Object.hasOwn(other, key)).map((key) => `"${key}" is missing`);
  const extra = Object.keys(other).filter((key) => !Object.hasOwn(french, key)).map((key) => `"${key}" is not a sentence of the widget`);
  const both = Object.keys(french).filter((key) => Object.hasOwn(other, key));
  const wrong = both.flatMap((key) => compareMessage(key, french[key] as Message, other[key] as Message, lang));
  return [...missing, ...extra, ...wrong];
}

function compareMessage(key: string, french: Message, other: Message, lang: string): string[] {
  const forms = typeof other === 'string' ? { other } : other;
  if (typeof french !== 'string') {
    // Without a form of its own a number takes the sentence of `other`, which is wrong in most languages.
    const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    const absent = needed.filter((form) => forms[form] === undefined);
    if (absent.length > 0) return [`"${key}" has no sentence for the plural form ${absent.join(', ')}`];
  }
  // A form may say "one" or "two" in words instead of {n}; every other hole carries something that only it says.
  const holes = holesOf(typeof french === 'string' ? french : (french['other'] ?? ''));
  return Object.entries(forms).flatMap(([form, text]) => {
    const found = holesOf(text);
    const lost = holes.filter((hole) => !found.includes(hole) && !(hole === 'n' && form !== 'other'));
    const unknown = found.filter((hole) => !holes.includes(hole));
    return [
      ...lost.map((hole) => `"${key}" lacks {${hole}}`),
      ...unknown.map((hole) => `"${key}" has {${hole}}, which nothing fills`),
    ];
  });
}

const holesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
