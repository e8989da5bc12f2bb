import {
  checkDefinition, ConsultationDefinition, parse, type ConsultationFile, type Issue,
} from '@parvis/contract';
import type { KeptVote } from '../store/store.ts';
import { ImportError } from './errors.ts';

/** What a file holds, read and checked as a whole, ready to be kept. */
export interface Plan {
  consultation: string;
  /** For people: what came out of the file, one sentence each. */
  sentences: string[];
  /** The same in numbers. */
  kept: Record<string, number>;
  /** Columns and keys that are not kept. */
  leftOut: string[];
  /** The definition to keep, which takes in one that exists. */
  merge(existing: ConsultationDefinition | undefined): Merged;
  /** Absent: no votes are to be kept. Reads the file once more. */
  votes?: { ballot: string; total: number; read(): AsyncIterable<KeptVote> };
}

export interface Merged {
  definition: ConsultationDefinition;
  /** How many entries took the place of older ones. */
  replaced: number;
}

/** Fills in the defaults; rejects what the contract refuses, which a checked file should never meet. */
export function checked(file: ConsultationFile): ConsultationDefinition {
  const parsed = parse(ConsultationDefinition, file);
  const issues: Issue[] = parsed.ok ? checkDefinition(parsed.value) : parsed.issues;
  if (parsed.ok && issues.length === 0) return parsed.value;
  const list = issues.slice(0, 5).map(({ pointer, code }) => `${pointer} (${code})`).join(', ');
  throw new ImportError(`Le fichier donne une consultation impossible : ${list}. Corrigez ces valeurs dans le fichier.`);
}

/** Puts entries into a list by their id: the same id takes the older one's place, others come at the end. */
export function mergeById<T extends { id: string }>(before: readonly T[], entries: readonly T[]): { list: T[]; replaced: number } {
  const merged = new Map(before.map((entry) => [entry.id, entry]));
  for (const entry of entries) merged.set(entry.id, entry);
  return { list: [...merged.values()], replaced: before.length + entries.length - merged.size };
}
