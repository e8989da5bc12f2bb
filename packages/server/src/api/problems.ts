import { ParvisError, type ParvisErrorOptions, type ErrorCode, toProblem } from '@parvis/contract';

export const problemType = 'application/problem+json';

/** What never reaches a verb: mistakes of HTTP itself. They carry the nearest code and their own status (RFC 9110). */
export class HttpError extends ParvisError {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, code: ErrorCode, options: ParvisErrorOptions & { headers?: Record<string, string> } = {}) {
    super(code, options);
    this.status = status;
    this.headers = options.headers ?? {};
  }
}

/** RFC 9457. A fault that knows when to come back is 503, not 500. */
export function problemAnswer(error: ParvisError): { status: number; body: string; headers: Record<string, string> } {
  const problem = toProblem(error);
  const passing = error.code === 'backend-fault' && error.retryAfter !== undefined;
  const status = error instanceof HttpError ? error.status : passing ? 503 : problem.status;
  return {
    status,
    body: JSON.stringify({ ...problem, status }),
    headers: {
      'content-type': problemType,
      'cache-control': 'no-store',
      ...(error.retryAfter !== undefined && { 'retry-after': String(Math.ceil(error.retryAfter)) }),
      ...(error instanceof HttpError && error.headers),
    },
  };
}
