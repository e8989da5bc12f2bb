// Writes what the plugin's PHP reads of the contract: `parvis/backend/contract/*.json`, so that no rule is written down twice where data will do.
// `node --conditions=parvis-source examples/wordpress/contract.build.ts`; a test fails when a file is older than the contract.
import { writeFile } from 'node:fs/promises';
import { automaticProgress, automaticSteps, codeAlphabet, ConsultationDefinition, contractVersion, countingRules, errorStatus, ParvisError, smallestGroup } from '../../packages/contract/src/index.ts';
import type { ErrorCode, TrackedStatus } from '../../packages/contract/src/index.ts';
import { jsonSchema } from '../../packages/contract/src/json-schema.ts';
import { backend, groups } from '../../packages/contract/src/operations/index.ts';
import type { GroupName, Operation } from '../../packages/contract/src/operations/index.ts';

const stepLanguages = ['fr', 'en', 'ar'] as const;

/** What schemas say by a function, which JSON Schema does not carry: a text has a language at least, and a choice gives values to 2000 options at most. */
function bounded(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bounded);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, bounded(part)]));
  if (!('propertyNames' in parts)) return parts;
  return (parts['additionalProperties'] as { type: string }).type === 'string' ? { ...parts, minProperties: 1 } : { ...parts, maxProperties: 2_000 };
}

const operationsOf = (verbs: Record<string, Operation>) =>
  Object.fromEntries(Object.entries(verbs).map(([verb, { method, path, input }]) => [verb, { method, path, input: bounded(jsonSchema(input)) }]));

const every = <T extends string, R>(names: readonly T[], make: (name: T) => R) => Object.fromEntries(names.map((name) => [name, make(name)]));

/** The steps of each status; whoever reads them puts the day in. */
const stepsOf = <K extends keyof TrackedStatus>(kind: K, statuses: readonly TrackedStatus[K][]) => ({
  progress: every(statuses, (status) => automaticProgress(kind, status)),
  steps: every(stepLanguages, (lang) => every(statuses, (status) => automaticSteps(kind, status, '0000-00-00', lang))),
});

/** The files by name, as they should be. */
export const files = (): Map<string, string> => new Map(Object.entries({
  // A group that has no PHP answers `unsupported`.
  'operations.json': { backend: operationsOf(backend), ...every(Object.keys(groups) as GroupName[], (group) => operationsOf(groups[group])) },
  'definition.json': bounded(jsonSchema(ConsultationDefinition)),
  'rules.json': {
    version: contractVersion, smallestGroup, codeAlphabet, countingRules,
    errors: every(Object.keys(errorStatus) as ErrorCode[], (code) => ({ status: errorStatus[code], retryable: new ParvisError(code).retryable })),
    automatic: {
      proposal: stepsOf('proposal', ['pending', 'published', 'accepted', 'not-retained', 'withdrawn']),
      question: stepsOf('question', ['pending', 'published']),
    },
  },
}).map(([name, content]) => [name, `${JSON.stringify(content)}\n`]));

export const folder = new URL('parvis/backend/contract/', import.meta.url);

if (import.meta.main) for (const [name, text] of files()) await writeFile(new URL(name, folder), text);
