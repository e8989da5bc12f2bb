import { Currency, Id, Instant, Lang, Link, PartialDate, ConsultationDefinition } from '@parvis/contract';
import * as z from 'zod/mini';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  enum?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

const json = (schema: z.ZodMiniType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
const root = json(ConsultationDefinition);

/** Patterns of the contract in words. */
const patterns = new Map([
  [Id, 'un identifiant : lettres sans accent, chiffres, point, tiret ; 100 signes au plus'],
  [Instant, 'une date avec l’heure et le fuseau, comme "2026-03-01T09:00:00+01:00"'],
  [PartialDate, 'une date comme "2027", "2027-03" ou "2027-03-15"'],
  [Lang, 'une langue comme "fr"'],
  [Currency, 'une monnaie comme "EUR"'],
  [Link.shape.href, 'une adresse qui commence par https://, /, mailto: ou tel:'],
].map(([schema, words]) => [json(schema as z.ZodMiniType).pattern ?? '', words as string]));

/** The part of the schema a pointer leads to; the branch of a choice is the one that has the next name. */
function schemaAt(pointer: string): Schema | undefined {
  const path = pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return path.reduce<Schema | undefined>((schema, part) => schema && stepInto(schema, part), root);
}

function stepInto(schema: Schema, part: string): Schema | undefined {
  if (schema.anyOf) return schema.anyOf.map((branch) => stepInto(branch, part)).find((found) => found !== undefined);
  if (schema.properties?.[part]) return schema.properties[part];
  if (schema.items && /^\d+$/.test(part)) return schema.items;
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** What belongs at a place of a consultation file, in French. Absent: the place is not in the schema. */
export function expectedAt(pointer: string): string | undefined {
  const schema = schemaAt(pointer);
  return schema && inWords(schema);
}

function inWords(schema: Schema): string {
  const { type, pattern } = schema;
  if (schema.enum) return `un de ces mots : ${schema.enum.map((word) => JSON.stringify(word)).join(', ')}`;
  if (pattern !== undefined) return patterns.get(pattern) ?? `un texte de cette forme : ${pattern}`;
  if (schema.anyOf) return isText(schema) ? 'un texte, ou un texte par langue comme {"fr": "Oui"}' : schema.anyOf.map(inWords).join(', ou ');
  if (type === 'string') return `un texte${range(schema.minLength, schema.maxLength, 'signes')}`;
  if (type === 'integer' || type === 'number') return `un nombre entier${range(schema.minimum, plausible(schema.maximum), '')}`;
  if (type === 'boolean') return 'true ou false';
  if (type === 'array') return `une liste entre crochets${range(schema.minItems, schema.maxItems, 'éléments')}`;
  return 'un objet entre accolades';
}

const isText = (schema: Schema): boolean => schema.anyOf?.some((b) => b.type === 'string') === true && schema.anyOf.some((b) => b.type === 'object');

/** The bound every whole number has is no news. */
const plausible = (maximum: number | undefined) => (maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum);

function range(from: number | undefined, to: number | undefined, what: string): string {
  const unit = what === '' ? '' : ` ${what}`;
  if (from !== undefined && from > 0 && to !== undefined) return ` de ${from} à ${to}${unit}`;
  if (to !== undefined) return `, ${to}${unit} au plus`;
  return from !== undefined && from > Number.MIN_SAFE_INTEGER ? `, ${from}${unit} au moins` : '';
}

/** The known name closest to one that is not known, when it is close enough to be a slip. */
export function nearestName(pointer: string): string | undefined {
  const parts = pointer.split('/');
  const name = parts.pop() ?? '';
  const schema = schemaAt(parts.join('/'));
  const names = Object.keys(schema?.properties ?? schema?.anyOf?.find((branch) => branch.properties)?.properties ?? {});
  const [best] = names.map((known) => ({ known, distance: distance(known.toLowerCase(), name.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.known : undefined;
}

/** Levenshtein. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const before = row;
    row = [i + 1];
    for (const [j, other] of [...b].entries()) {
      row.push(Math.min((before[j] ?? 0) + (letter === other ? 0 : 1), (before[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}
