import { ParvisError } from '@parvis/contract/errors';
import type { Operation } from '@parvis/contract/operations';
import { parse } from '@parvis/contract/parse';
import type { AnswerOf } from '../author/guarded.ts';
import { persist } from '../http/persist.ts';
import { errorFrom, readJson } from '../http/problems.ts';

export interface StaticOptions {
  /** Milliseconds until a file has to be there, all tries together; then the call rejects with `offline`. Default 15 000. */
  timeout?: number | undefined;
  /** Milliseconds before the second try, more or less. Default 400. */
  pause?: number | undefined;
  /** The reader's clock: it decides what is open, since files have none. */
  now?: (() => Date) | undefined;
  /** Default: the platform's. */
  fetch?: typeof fetch | undefined;
}

/**
 * Reads one file. Rejects with `not-found` where there is none, and with `backend-fault` where it does not hold such an answer.
 * @param path below the folder; see `staticFile`
 */
export type ReadFile = <O extends Operation>(operation: O, path: string, signal: AbortSignal | undefined) => Promise<AnswerOf<O>>;

/** @param base address of the folder, with or without a slash at its end */
export function fileReader(base: string | URL, { timeout = 15_000, pause = 400, fetch: own }: StaticOptions): ReadFile {
  const folder = `${String(base).replace(/\/+$/, '')}/`;
  return async <O extends Operation>(operation: O, path: string, signal: AbortSignal | undefined): Promise<AnswerOf<O>> => {
    const url = folder + path.split('/').map(encodeURIComponent).join('/');
    const text = await persist(async (stop) => {
      const response = await (own ?? fetch)(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: stop });
      const text = await response.text();
      if (response.ok) return text;
      // Hosts of files say 403 of what is not there as well.
      throw response.status === 403 ? new ParvisError('not-found', { detail: `${url}: 403` }) : errorFrom(response, text, url);
    }, timeout, pause, signal);
    const parsed = parse(operation.answer, readJson(text));
    if (parsed.ok) return parsed.value as AnswerOf<O>;
    throw new ParvisError('backend-fault', {
      issues: parsed.issues, retryable: false,
      detail: `${url} is no file of Parvis: ${parsed.issues.map((i) => `${i.pointer} ${i.code}`)}. Was the folder written by "parvis export --static", and copied whole?`,
    });
  };
}
