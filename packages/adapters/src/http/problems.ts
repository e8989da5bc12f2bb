import { fromProblem, ParvisError } from '@parvis/contract/errors';
import type { ErrorCode, Problem } from '@parvis/contract';

/** For answers without problem details, such as the HTML page of a proxy. From 502 the backend is not there. */
const codes: Partial<Record<number, ErrorCode>> = {
  404: 'not-found', 413: 'too-large', 415: 'type-refused', 429: 'quota', 501: 'unsupported',
};

/** The error an answer stands for: its problem details (RFC 9457) where it has them, else its status. */
export function errorFrom({ status, headers }: Response, text: string, url: string): ParvisError {
  const body = readJson(text) as Partial<Problem> | null | undefined;
  const retryAfter = body?.retryAfter ?? secondsOf(headers.get('retry-after'));
  if (typeof body?.code === 'string') {
    return fromProblem({ ...(body as Problem), retryAfter, issues: Array.isArray(body.issues) ? body.issues : [] });
  }
  const code = codes[status] ?? (status > 501 || status === 408 ? 'offline' : 'backend-fault');
  return new ParvisError(code, {
    retryAfter,
    ...(code === 'backend-fault' && { retryable: status >= 500 }),
    detail: `${url}: ${status}. Is it a Parvis backend?`,
  });
}

/** Nothing where it is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` is a number of seconds or a date (RFC 9110 §10.2.3). Undefined: nothing, or no time to wait. */
function secondsOf(header: string | null): number | undefined {
  const wait = Number(header) || (Date.parse(header ?? '') - Date.now()) / 1000;
  return wait > 0 ? wait : undefined;
}
