import type { Issue, Problem } from './schemas/problem.ts';

/**
 * Every way an operation can fail, with the HTTP status that carries it (RFC 9110) and whether trying the very same
 * call again can help. `offline` and `aborted` never travel: the adapter makes them.
 */
export const errorCodes = {
  invalid: { status: 422, retryable: false },
  closed: { status: 409, retryable: false },
  quota: { status: 429, retryable: true },
  already: { status: 409, retryable: false },
  'already-voted': { status: 409, retryable: false },
  'not-eligible': { status: 403, retryable: false },
  'rules-changed': { status: 409, retryable: false },
  'not-yet': { status: 409, retryable: false },
  'not-found': { status: 404, retryable: false },
  'consent-required': { status: 422, retryable: false },
  'too-large': { status: 413, retryable: false },
  'type-refused': { status: 415, retryable: false },
  unsupported: { status: 501, retryable: false },
  offline: { status: 503, retryable: true },
  aborted: { status: 499, retryable: false },
  'backend-fault': { status: 500, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof errorCodes;

export interface ParvisErrorOptions {
  /** Default: what the code says. */
  retryable?: boolean | undefined;
  /** Seconds to wait before trying again. Absent: not known. */
  retryAfter?: number | undefined;
  issues?: readonly Issue[] | undefined;
  /** For developers; never shown to residents. */
  detail?: string | undefined;
  cause?: unknown;
}

/** The one error of the contract. `code` is stable; the words people read belong to the widgets. */
export class ParvisError extends Error {
  override readonly name = 'ParvisError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfter: number | undefined;
  /** Empty when the code says it all. */
  readonly issues: readonly Issue[];

  constructor(code: ErrorCode, options: ParvisErrorOptions = {}) {
    super(options.detail ?? code, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? errorCodes[code].retryable;
    this.retryAfter = options.retryAfter;
    this.issues = options.issues ?? [];
  }
}

/** True for any copy of the class: two widget files on one page each carry their own. */
export const isParvisError = (error: unknown): error is ParvisError =>
  error instanceof Error && error.name === 'ParvisError' && 'code' in error;

/** Whether a word is one of this version's codes. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

/** RFC 9457 problem details for an error. */
export function toProblem(error: ParvisError): Problem {
  return {
    type: `urn:parvis:problem:${error.code}`,
    title: error.code,
    status: errorCodes[error.code].status,
    code: error.code,
    retryable: error.retryable,
    ...(error.message !== error.code && { detail: error.message }),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    ...(error.issues.length > 0 && { issues: [...error.issues] }),
  };
}

/** The error a problem stands for. A code of a later version becomes `backend-fault`, keeping its detail. */
export function fromProblem(problem: Problem): ParvisError {
  const known = isErrorCode(problem.code) ? problem.code : undefined;
  return new ParvisError(known ?? 'backend-fault', {
    retryable: problem.retryable,
    retryAfter: problem.retryAfter,
    issues: problem.issues,
    detail: problem.detail ?? (known ? undefined : problem.code),
  });
}
