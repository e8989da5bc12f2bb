import { canonicalJson, isParvisError } from '@parvis/contract';
import type { ErrorCode, ParvisError } from '@parvis/contract';

/** What a check rejects with when the backend does not do as the contract says. */
export class ConformanceFailure extends Error {
  override readonly name = 'ConformanceFailure';
}

export function ok(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new ConformanceFailure(otherwise);
}

/** Fields that are absent and fields that are `undefined` are the same. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [canonicalJson(actual ?? null), canonicalJson(expected ?? null)];
  ok(a === b, `${what}: expected ${shorten(b)}, got ${shorten(a)}`);
}

/** Waits for a call to be refused with one of the codes, and gives the error. */
export async function refused(call: Promise<unknown>, codes: ErrorCode | readonly ErrorCode[], what: string): Promise<ParvisError> {
  const wanted = [codes].flat();
  const answer = await call.then((value) => ({ value }), (error: unknown) => ({ error }));
  if ('value' in answer) throw new ConformanceFailure(`${what}: expected ${wanted.join(' or ')}, but it was answered: ${shorten(canonicalJson(answer.value ?? null))}`);
  if (!isParvisError(answer.error)) throw answer.error;
  ok(wanted.includes(answer.error.code), `${what}: expected ${wanted.join(' or ')}, got ${answer.error.code} ${shorten(canonicalJson(answer.error.issues))}`);
  return answer.error;
}

/** The error must say where: an issue at this pointer, with this code where one is given. */
export function pointsTo(error: ParvisError, pointer: string, code?: string): void {
  const found = error.issues.some((issue) => issue.pointer === pointer && (code === undefined || issue.code === code));
  ok(found, `expected an issue at ${pointer}${code ? ` with code ${code}` : ''}, got ${canonicalJson(error.issues)}`);
}

const shorten = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
