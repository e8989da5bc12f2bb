import type { Issue, Problem } from './schemas/problem.ts';

/**
 * Every way an operation can fail, with the HTTP status that carries it (RFC 9110).
 * `offline` and `aborted` never travel: the adapter makes them.
 */
export const errorStatus = {
  invalid: 422,
  closed: 409,
  quota: 429,
  already: 409,
  'already-voted': 409,
  'not-eligible': 403,
  'rules-changed': 409,
  'not-yet': 409,
  'not-found': 404,
  'consent-required': 422,
  'too-large': 413,
  'type-refused': 415,
  unsupported: 501,
  offline: 503,
  aborted: 499,
  'backend-fault': 500,
} as const;

/** Whether the very same call may succeed later: too many calls, a broken backend, no connection. */
const mayPass = (code: ErrorCode): boolean => code === 'quota' || code === 'offline' || code === 'backend-fault';

export type ErrorCode = keyof typeof errorStatus;

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
    this.retryable = options.retryable ?? mayPass(code);
    this.retryAfter = options.retryAfter;
    this.issues = options.issues ?? [];
  }
}

/** True for any copy of the class: two widget files on one page each carry their own. */
export const isParvisError = (error: unknown): error is ParvisError =>
  error instanceof Error && error.name === 'ParvisError' && 'code' in error;

/** Whether a word is one of this version's codes. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

/** RFC 9457 problem details for an error. */
export function toProblem(error: ParvisError): Problem {
  return {
    type: `urn:parvis:problem:${error.code}`,
    title: error.code,
    status: errorStatus[error.code],
    code: error.code,
    retryable: error.retryable,
    ...(error.message !== error.code && { detail: error.message }),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    ...(error.issues.length > 0 && { issues: [...error.issues] }),
  };
}

/**
 * The error a problem stands for. A code of a later version stays what it is, and is nothing a caller of today can know:
 * whoever tells codes apart treats the rest as a fault of the backend.
 */
export const fromProblem = ({ code, detail, ...rest }: Problem): ParvisError => new ParvisError(code as ErrorCode, { ...rest, detail });
