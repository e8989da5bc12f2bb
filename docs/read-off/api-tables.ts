import { elementOf, manifest } from '../../packages/widgets/build/manifest.ts';
import type { Described, ElementDeclaration } from '../../packages/widgets/build/shape.ts';
import { measures, tokens } from '../../packages/widgets/src/shared/tokens.ts';
import { apiWords, french, type ApiWords } from './api-words.ts';

type Lang = keyof typeof apiWords;

const read = manifest();
/** What every page needs comes first; others follow. */
const order = ['consultation', 'ballot', 'contribution', 'backend', 'heading-level', 'theme'];

/** What a tag offers to pages, as the custom-elements manifest has it: four sections of Markdown. @throws for a sentence without its French */
export function apiOf(name: string, lang: Lang): string {
  const element = elementOf(read, name);
  const words = apiWords[lang];
  return [
    ...section(words.attributes, words.attributeHead, attributes(element, lang)),
    ...section(words.methods, words.methodHead, methods(element, lang)),
    ...section(words.slots, words.slotHead, (element.slots ?? []).map((slot) => [slot.name === '' ? words.noName : code(slot.name), said(slot, lang)])),
    ...events(element, words, lang),
    `## ${words.properties}`,
    `${(element.cssProperties ?? []).map(({ name }) => code(name)).join(', ')}. ${words.seeColours}`,
  ].join('\n\n');
}

/** The colours that a page may set, with their defaults and what each is for. */
export const tokenTable = (lang: Lang): string =>
  table(apiWords[lang].tokenHead, Object.entries(tokens).map(([name, [light, dark]]) => [code(`--parvis-${name}`), code(light), code(dark), purpose(name, lang)]));

/** What a page may set besides colours, likewise. */
export const measureTable = (lang: Lang): string =>
  table(apiWords[lang].measureHead, Object.entries(measures).map(([name, value]) => [code(`--parvis-${name}`), code(value === 'accent' ? '--parvis-accent' : value), purpose(name, lang)]));

/** What a custom property is for, in a sentence. */
export function purpose(name: string, lang: Lang): string {
  const property = elementOf(read, 'ballot').cssProperties?.find((one) => one.name === `--parvis-${name}`);
  if (!property) throw new Error(`The manifest has no --parvis-${name}`);
  return said(property, lang);
}

function attributes({ attributes: own = [] }: ElementDeclaration, lang: Lang): string[][] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return own.toSorted((a, b) => place(a.name) - place(b.name)).map((one) => [code(one.name), code(one.fieldName), code(one.type?.text ?? 'string'), said(one, lang)]);
}

const methods = ({ members = [] }: ElementDeclaration, lang: Lang): string[][] =>
  members.filter(({ kind, static: ofClass }) => kind === 'method' && !ofClass).map((one) => [code(`${one.name}()`), said(one, lang)]);

function events({ events: own = [] }: ElementDeclaration, words: ApiWords, lang: Lang): string[] {
  if (own.length === 0) return [`## ${words.events}`, words.none];
  const rows = own.map((event) => {
    const { members = [] } = classOf(event.type?.text ?? '');
    return [code(event.name), members.map(({ name }) => code(name)).join(', ') || words.nothing, said(event, lang)];
  });
  return [`## ${words.events}`, `${words.travels}\n\n${table(words.eventHead, rows)}`];
}

function classOf(name: string): ElementDeclaration {
  const found = read.modules.flatMap(({ declarations }) => declarations).find((declaration) => declaration.name === name);
  if (!found) throw new Error(`The manifest has no class ${name}`);
  return found;
}

const section = (title: string, head: string, rows: string[][]): string[] => (rows.length > 0 ? [`## ${title}`, table(head, rows)] : []);

const table = (head: string, rows: readonly string[][]): string =>
  [head, head.replace(/[^|]+/g, ' --- '), ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function said({ name, description = '' }: Described, lang: Lang): string {
  const text = lang === 'en' ? description : french[description];
  if (!text) throw new Error(`docs/read-off/api-words.ts has no French for what is said of ${name}: ${description}`);
  return text;
}
