import { errorStatus, ParvisError, type ErrorCode } from '../../packages/contract/src/errors.ts';
import { contractVersion } from '../../packages/contract/src/index.ts';
import { backend, groups, type Operation } from '../../packages/contract/src/operations/index.ts';
import { openApi } from '../../packages/server/src/api/openapi.ts';
import { contractWords, type ContractWords } from './contract-words.ts';

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


/** The page of the contract in one language. Descriptions of verbs are those of the code, in English. */
export function contractPage(lang: keyof typeof contractWords): string {
  const words = contractWords[lang];
  const described = (openApi() as { paths: Record<string, Record<string, Described>> }).paths;
  const section = (title: string, verbs: Record<string, Operation>) =>
    [`### ${title}`, ...Object.entries(verbs).map(([name, operation]) => verbText(name, operation, described, words))].join('\n\n');
  return `${[
    `# ${words.title}`,
    words.readOff,
    words.intro(contractVersion),
    words.lists,
    `## ${words.errors}`,
    words.errorsIntro,
    [words.errorHead, '| --- | --- | --- | --- |', ...Object.entries(errorStatus).map(([code, status]) => errorRow(code as ErrorCode, status, words))].join('\n'),
    words.always,
    `## ${words.verbs}`,
    section(words.every, backend),
    ...Object.entries(groups).map(([name, verbs]) => section(`\`${name}\``, verbs)),
  ].join('\n\n')}\n`;
}

function errorRow(code: ErrorCode, status: number, { yes, no, meanings }: ContractWords): string {
  return `| \`${code}\` | ${status} | ${new ParvisError(code).retryable ? yes : no} | ${meanings[code]} |`;
}

function verbText(name: string, operation: Operation, paths: Record<string, Record<string, Described>>, words: ContractWords): string {
  const { method, path, summary } = operation;
  const about = paths[path || '/']?.[method.toLowerCase()];
  if (!about) throw new Error(`${method} ${path} is not described`);
  const own = about.parameters.filter((parameter) => parameter.in !== 'header' && parameter.name !== 'locale');
  const body = about.requestBody?.content['application/json']?.schema;
  const input = [...own.map(({ name, required }) => field(name, required)), ...(body ? [fieldsOf(body, words)] : [])].filter((text) => text !== '');
  const errors = operation.errors.map((code) => `\`${code}\``).join(', ');
  return [
    `**\`${name}\`**${words.colon} ${summary}  `,
    `\`${method} /api/v1${path}\``,
    `- ${words.input} ${input.join(', ') || words.nothing}`,
    `- ${words.answer} ${fieldsOf(about.responses['200']?.content?.['application/json']?.schema ?? {}, words)}`,
    ...(errors ? [`- ${words.verbErrors} ${errors}`] : []),
  ].join('\n');
}

const field = (name: string, required: boolean): string => `\`${name}${required ? '' : '?'}\``;

function fieldsOf({ properties = {}, required = [], anyOf }: Schema, words: ContractWords): string {
  if (anyOf) return anyOf.map((schema) => fieldsOf(schema, words)).join(` ${words.or} `);
  return Object.keys(properties).map((name) => field(name, required.includes(name))).join(', ');
}
