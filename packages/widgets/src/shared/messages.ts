/** A sentence, or one per plural form of the language (CLDR categories, as `Intl.PluralRules` names them). */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** Every sentence of a widget in one language. French is the source; other languages have exactly its keys. */
export type Messages<K extends string = string> = Readonly<Record<K, Message>>;

/** What goes into the `{holes}` of a sentence. Numbers are written as the language writes them. */
export type Holes = Readonly<Record<string, string | number>>;

/** Turns a key into a sentence: `say('left', {n: 3})`. `n` chooses the plural form. */
export type Say<K extends string = string> = (key: K, holes?: Holes) => string;

export function sayIn<K extends string>(messages: Messages<K>, lang: string): Say<K> {
  let plural: Intl.PluralRules | undefined;
  return (key, holes = {}) => {
    const message = messages[key];
    const text = typeof message === 'string' ? message : (message[(plural ??= new Intl.PluralRules(lang)).select(Number(holes['n'] ?? 0))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const hole = holes[name] ?? '';
      return typeof hole === 'number' ? numbers(lang).format(hole) : hole;
    });
  };
}

const formats = new Map<string, Intl.NumberFormat>();

/** Kept, because making one takes 50 ms on an old phone and a ballot writes forty amounts. */
function numbers(lang: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = lang + Object.values(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(lang, options)));
  return format;
}

/** Money from minor units, without cents where there are none: `250 000 €`. */
export function money(minor: number, currency: string, lang: string): string {
  const exact = numbers(lang, { style: 'currency', currency });
  const amount = minor / 10 ** (exact.resolvedOptions().maximumFractionDigits ?? 2);
  return (Number.isInteger(amount) ? numbers(lang, { style: 'currency', currency, minimumFractionDigits: 0 }) : exact).format(amount);
}

/** A share of the whole: 0.234 is `23,4 %`. */
export const percent = (share: number, lang: string): string => numbers(lang, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** Words of the ballot inside a sentence of ours keep their own direction (UAX 9 isolates). */
export const isolate = (words: string): string => `\u2068${words}\u2069`;

/** A date as precise as it is known: `15 mars 2027`, `mars 2027`, `2027`; moments also come as days, in the reader's zone. */
export function date(value: string, lang: string): string {
  const [year, month, day] = value.split(/\D/);
  const moment = value.includes('T') ? new Date(value) : new Date(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(lang, { year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }) }).format(moment);
}

/** Languages written from right to left (CLDR), as far as towns use them. */
export const isRtl = (lang: string): boolean => /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i.test(lang);
