import { isErrorCode, isParvisError, parse } from '@parvis/contract';
import type { Backend, Channel, Choice, ConsultationFile, ErrorCode, PartialBackend } from '@parvis/contract';
import { backend as own, groups, readingVerbs } from '@parvis/contract/operations';
import type { CallContext, GroupName, Operation } from '@parvis/contract/operations';
import { ok } from './expect.ts';

/** Ways into the store itself, for what cannot be seen through the backend. Each is optional. */
export interface Probes {
  /** The votes that are kept for a ballot. */
  votes?: (consultation: string, ballot: string) => Promise<{ choice: Choice; channel: Channel }[]>;
  /** Gives out access codes of a ballot that asks for one, a code for each state. `test`: it votes into nothing that counts. */
  codes?: (consultation: string, ballot: string, states: readonly ('unused' | 'void' | 'test')[]) => Promise<string[]>;
  /** Everything that is kept, one entry per record of the store (row, document, file line, map entry). */
  records?: () => Promise<unknown[]>;
}

/** The backend under test. Of groups that it offers for reading only, the other verbs may be absent. */
export interface Subject {
  backend: Backend | ReadableBackend;
  probes?: Probes | undefined;
  /** Called when the kit is done with it: close files, stop servers. */
  dispose?: (() => void | Promise<void>) | undefined;
}

/** Makes an empty backend that holds the given consultations. It is called two or three times. */
export type Factory = (seed: ConsultationFile[]) => Subject | Promise<Subject>;

/** A backend of which some groups can only be read. */
export type ReadableBackend = Pick<Backend, 'describe' | 'check'> & PartialBackend;

/** A backend with every group: a check runs only where the groups it uses are there. */
export type FullBackend = { [K in keyof Backend]-?: NonNullable<Backend[K]> };

type Call = (input: object, context?: CallContext) => Promise<unknown>;

/** Codes that any operation may answer with. */
const anywhere: readonly ErrorCode[] = ['invalid', 'offline', 'aborted', 'unsupported', 'backend-fault', 'quota'];

/** What a check ends with that asks for something the backend says it does not offer. */
export class NotOffered extends Error {}

/**
 * Why a verb is not to be called: it takes something in, and its group is offered for reading only. Absent: it may be.
 * @param reading groups that are offered for reading only
 */
export const readingOnly = (reading: readonly GroupName[], group: GroupName, verb: string): NotOffered | undefined =>
  (reading.includes(group) && !readingVerbs(group).includes(verb) ? new NotOffered(`the backend offers ${group} for reading only`) : undefined);

/**
 * The same backend, with every answer and every error held against the contract.
 * @param reading groups that are offered for reading only: their other verbs end the check with `NotOffered`
 */
export function watched(backend: Backend, reading: readonly GroupName[] = []): FullBackend {
  const parts = backend as unknown as Record<string, Record<string, Call> | Call | undefined>;
  const ofGroup = (group: string, verbs: Record<string, Operation>) =>
    Object.fromEntries(Object.entries(verbs).map(([verb, operation]) => {
      const why = readingOnly(reading, group as GroupName, verb);
      return [verb, why ? () => Promise.reject(why) : watch(`${group}.${verb}`, operation, parts[group] as Record<string, Call>, verb)];
    }));
  return {
    ...ofOwn(parts as Record<string, Call>),
    ...Object.fromEntries(Object.entries(groups).flatMap(([group, verbs]) => (parts[group] ? [[group, ofGroup(group, verbs)]] : []))),
  } as unknown as FullBackend;
}

const ofOwn = (backend: Record<string, Call>) =>
  Object.fromEntries(Object.entries(own).map(([verb, operation]) => [verb, watch(verb, operation, backend, verb)]));

function watch(name: string, operation: Operation, holder: Record<string, Call>, verb: string): Call {
  return async (input, context) => {
    let answer: unknown;
    try {
      answer = await holder[verb]?.(input, context);
    } catch (error) {
      ok(isParvisError(error) && isErrorCode(error.code), `${name} rejected with something that is not a ParvisError with a code of the contract: ${String(error)}`);
      ok([...anywhere, ...operation.errors].includes(error.code), `${name} rejected with "${error.code}", which it may not`);
      throw error;
    }
    const parsed = parse(operation.answer, answer);
    if (parsed.ok) return parsed.value;
    ok(false, `the answer of ${name} does not fit the contract: ${parsed.issues.map((i) => `${i.pointer} ${i.code}`).join(', ')}`);
  };
}

/** The groups that are there and that the backend says it offers: wholly, or for reading only. */
export async function offered(backend: Backend): Promise<{ whole: GroupName[]; reading: GroupName[] }> {
  const { groups: named, reading = [] } = await backend.describe({});
  const there = (names: readonly string[]) => (Object.keys(groups) as GroupName[]).filter((group) => backend[group] && names.includes(group));
  return { whole: there(named), reading: there(reading.filter((group) => !named.includes(group))) };
}
