import { randomKey } from '@parvis/contract';
import type { Backend } from '@parvis/contract';
import type { GroupName } from '@parvis/contract/operations';
import type { FullBackend, Probes } from './subject.ts';

/** What a check works with. */
export interface Kit {
  backend: FullBackend;
  /** As the factory gave it, without the contract being held against it. */
  raw: Backend;
  /** Wholly, or for reading only. */
  offered: readonly GroupName[];
  /** Those of them that are offered for reading only. */
  reading: readonly GroupName[];
  probes: Probes;
  /** A new backend whose ballot `closing` closes soon. */
  closingSoon(): Promise<Kit>;
}

/** One thing a backend must do. `backend` stands for `describe` and `check`. */
export interface CheckDefinition {
  group: GroupName | 'backend';
  verb: string;
  /** A sentence; it is unique within its verb. */
  title: string;
  /** Other groups it uses. */
  also: readonly GroupName[];
  /** Ways into the store it uses. */
  probe: keyof Probes | undefined;
  run(kit: Kit): Promise<void>;
}

interface More {
  also?: readonly GroupName[];
  probe?: keyof Probes;
}

/** Writes checks of one group as `check('verb', 'does this', async (kit) => …)`. */
export function checksOf(group: CheckDefinition['group']) {
  const list: CheckDefinition[] = [];
  const check = (verb: string, title: string, run: (kit: Kit) => Promise<void>, { also = [], probe }: More = {}) =>
    void list.push({ group, verb, title, also, probe, run });
  return { list, check };
}

/** A key or a device mark that nobody has used. */
export const fresh = randomKey;

/** Every item of a list, page by page. Stops after a hundred pages, so that a cursor that leads nowhere is noticed. */
export async function allPages<T>(read: (cursor: string | undefined) => Promise<{ items: T[]; next?: string | undefined }>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 100; pages += 1) {
    const page = await read(cursor);
    all.push(...page.items);
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return all;
}
