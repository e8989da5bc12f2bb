import type { GuardTree } from '@parvis/contract/guards';

/**
 * The guard without the fields that nothing reads: a field nobody knows is left out of an answer, so one that nobody reads may be.
 * What tells the sides of a union apart stays.
 * @param isRead whether the code of the page reads a field of that name
 */
export function readFields(guard: GuardTree, isRead: (field: string) => boolean): GuardTree {
  if (typeof guard !== 'object' || guard instanceof RegExp) return guard;
  if (isList(guard)) {
    if (guard[0] === 0) return guard[2] === null ? [0, readFields(guard[1], isRead), null] : [0, readFields(guard[1], isRead)];
    if (guard[0] === 1) return guard[2] === undefined ? [1, readFields(guard[1], isRead)] : [1, readFields(guard[1], isRead), guard[2]];
    return guard;
  }
  return Object.fromEntries(Object.entries(guard).flatMap(([name, field]) => (isRead(name) ? [[name, readFields(field, isRead)]] : [])));
}

type GuardList = Extract<GuardTree, readonly unknown[]>;
const isList = (guard: GuardTree): guard is GuardList => Array.isArray(guard);
