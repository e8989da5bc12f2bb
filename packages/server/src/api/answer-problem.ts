import type { Context } from 'hono';
import { toParvisError } from '../domain/faults.ts';
import { problemAnswer } from './problems.ts';

/** Problem details. What went wrong inside goes to the log, never over the wire; neither carries who asked. */
export function answerProblem(c: Context, thrown: unknown, extra: Record<string, string> = {}): Response {
  const error = toParvisError(thrown);
  if (error.code === 'backend-fault') console.error(`${c.req.method} ${c.req.routePath}: ${describe(error.cause ?? error)}`);
  const { status, body, headers } = problemAnswer(error);
  return new Response(body, { status, headers: { ...extra, ...headers } });
}

const describe = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
