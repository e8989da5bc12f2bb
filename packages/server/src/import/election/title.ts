import type { PbMeta } from '@parvis/counting';

/** An entry of META as written; empty when it is not there. */
export const text = (meta: PbMeta, key: string): string => meta.entries.get(key)?.value ?? '';

/** The description, and the part of the town where it does not name it. */
export function titleOf(meta: PbMeta): string {
  const [description, part] = [text(meta, 'description'), text(meta, 'subunit')];
  return part === '' || description.includes(part) ? description : [description, part].filter((words) => words !== '').join(' – ');
}
