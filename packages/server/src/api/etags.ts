import { hash } from 'node:crypto';

export interface Written {
  body: string;
  etag: string;
}

const written = new WeakMap<object, Written>();

/** An answer as text with its ETag. Answers that are kept (results, ballots) are written once. */
export function write(answer: object): Written {
  const known = written.get(answer);
  if (known) return known;
  const body = JSON.stringify(answer);
  // Results carry their ETag in the body, for transports that lose headers.
  const own = 'etag' in answer && typeof answer.etag === 'string' ? answer.etag : undefined;
  const fresh = { body, etag: own ?? etagOf(body) };
  written.set(answer, fresh);
  return fresh;
}

/** A strong ETag: the same bytes, the same tag. */
export const etagOf = (body: string | Uint8Array): string => `"${hash('sha256', body, 'base64url').slice(0, 27)}"`;

/** Whether the reader already has it (RFC 9110 §13.1.2, weak comparison). */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
