import { ParvisError } from '@parvis/contract/errors';

/** @throws ParvisError `invalid` for a page of no items, as a server would */
export function limitOf(asked: number | undefined, usual: number): number {
  const limit = asked ?? usual;
  if (!(limit >= 1)) throw new ParvisError('invalid', { issues: [{ pointer: '/limit', code: 'out-of-range' }] });
  return limit;
}
