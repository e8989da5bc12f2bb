import { errorStatus, ParvisError, type ErrorCode } from '../packages/contract/src/errors.ts';
import { contractVersion } from '../packages/contract/src/index.ts';
import { backend, groups, type Operation } from '../packages/contract/src/operations/index.ts';
import { openApi } from '../packages/server/src/api/openapi.ts';

interface Schema {
  properties?: Record<string, unknown>;
  required?: string[];
  anyOf?: Schema[];
}
interface Described {
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

/** Shared by every verb: said once, above the tables. */
const meanings: Record<ErrorCode, string> = {
  invalid: 'the content does not fit; `issues` points to each place',
  closed: 'it is over, or was never open',
  quota: 'too many calls; `retryAfter` says when to come back',
  already: 'it was done before and cannot be done twice',
  'already-voted': 'this device or access code has voted, with another key',
  'not-eligible': 'this person may not; an issue at `/voter/code` says what is the matter with an access code: `unknown`, `foreign` (of another ballot), `void`, `mistyped`, `missing`',
  'rules-changed': 'the ballot is no longer the one the voter saw',
  'not-yet': 'it has not begun, or is not shown yet',
  'not-found': 'there is no such thing, or it is not public',
  'consent-required': 'an address came without consent',
  'too-large': 'the file or the body is too large',
  'type-refused': 'this type of file or body is not taken',
  unsupported: 'this backend does not offer it',
  offline: 'nobody answered in time; made by the adapter',
  aborted: 'the caller gave up; made by the adapter',
  'backend-fault': 'the backend has a problem of its own',
};

export function contractPage(): string {
  const described = (openApi() as { paths: Record<string, Record<string, Described>> }).paths;
  const section = (title: string, verbs: Record<string, Operation>) =>
    [`### ${title}`, ...Object.entries(verbs).map(([name, operation]) => verbText(name, operation, described))].join('\n\n');
  return `${[
    '# The contract',
    'Written by `docs/build.ts` from `packages/contract`: do not edit this page.',
    `Version ${contractVersion}. What a backend offers to widgets: groups of verbs, each with one input and one answer. An adapter is an object that has these groups ([how to write one](adapters/writing-an-adapter.md)). Over HTTP, every verb lies below \`/api/v1\`; the reference server describes the same schemas as OpenAPI 3.1 at \`/api/v1/openapi.json\`.`,
    'In the lists, `name?` may be left out. Times are ISO 8601 with a zone, money is a whole number of minor units (cents) beside an ISO 4217 currency. Unknown fields are ignored. Texts come in the closest language the backend has to `locale` (a BCP 47 tag): part of the context of a call for an adapter, `?locale=` over HTTP, else the `Accept-Language` header.',
    '## Errors',
    'Every verb rejects with a `ParvisError` and with nothing else: a stable `code`, `retryable`, and where known `retryAfter` (seconds) and `issues` (`{pointer, code, limit?, actual?}`, pointers as in RFC 6901). Over HTTP it travels as problem details (RFC 9457).',
    ['| code | status | worth trying again | what it means |', '| --- | --- | --- | --- |', ...Object.entries(errorStatus).map(errorRow)].join('\n'),
    'Any verb may also answer `invalid`, `offline`, `aborted`, `unsupported`, `backend-fault` or `quota`; the lists below name the others.',
    '## Verbs',
    section('Every backend', backend),
    ...Object.entries(groups).map(([name, verbs]) => section(`\`${name}\``, verbs)),
  ].join('\n\n')}\n`;
}

function errorRow([code, status]: [string, number]): string {
  const { retryable } = new ParvisError(code as ErrorCode);
  return `| \`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} | ${meanings[code as ErrorCode]} |`;
}

function verbText(name: string, operation: Operation, paths: Record<string, Record<string, Described>>): string {
  const { method, path, summary } = operation;
  const about = paths[path || '/']?.[method.toLowerCase()];
  if (!about) throw new Error(`${method} ${path} is not described`);
  const own = about.parameters.filter((parameter) => parameter.in !== 'header' && parameter.name !== 'locale');
  const body = about.requestBody?.content['application/json']?.schema;
  const input = [...own.map(({ name, required }) => field(name, required)), ...(body ? [fieldsOf(body)] : [])].filter((text) => text !== '');
  const errors = operation.errors.map((code) => `\`${code}\``).join(', ');
  return [
    `**\`${name}\`**: ${summary}  `,
    `\`${method} /api/v1${path}\``,
    `- input: ${input.join(', ') || 'nothing'}`,
    `- answer: ${fieldsOf(about.responses['200']?.content?.['application/json']?.schema ?? {})}`,
    ...(errors ? [`- errors: ${errors}`] : []),
  ].join('\n');
}

const field = (name: string, required: boolean): string => `\`${name}${required ? '' : '?'}\``;

function fieldsOf({ properties = {}, required = [], anyOf }: Schema): string {
  if (anyOf) return anyOf.map(fieldsOf).join(' or ');
  return Object.keys(properties).map((name) => field(name, required.includes(name))).join(', ');
}
