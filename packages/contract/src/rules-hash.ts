import type { BallotDefinition } from './schemas/definition.ts';

/** JSON with sorted keys and no absent fields, so that equal ballots give equal bytes (in the manner of RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}

/** What a voter agrees to: every rule and every option in all languages, without the words around them. */
const rulesOf = ({ title, text, offline, opensAt, closesAt, order, results, electorate, paper, ...rules }: BallotDefinition) => rules;

/** SHA-256 (FIPS 180-4) of the rules, as 64 hexadecimal digits. */
export async function rulesHash(ballot: BallotDefinition): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(rulesOf(ballot)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((b) => b.toString(16).padStart(2, '0')).join('');
}
