import { ParvisError } from '@parvis/contract/errors';
import type { CallContext, Operation, Verb } from '@parvis/contract/operations';
import { parse } from '@parvis/contract/parse';
import { errorFrom, readJson } from './problems.ts';
import { persist } from './persist.ts';

/** The verbs a backend object is built from: operations of the contract, by group. */
export interface OperationTable {
  readonly [group: string]: { readonly [verb: string]: Operation };
}

/** What comes of a table: the same groups, with verbs that can be called. */
export type HttpBackend<T extends OperationTable> = { [G in keyof T]: { [V in keyof T[G]]: Verb<T[G][V]> } };

export interface HttpOptions {
  /** Milliseconds a call may take, all its tries together; then it rejects with `offline`. Default 15 000. */
  readTimeout?: number | undefined;
  /** The same for calls that write. Default 30 000. */
  writeTimeout?: number | undefined;
  /** Milliseconds before the second try, more or less; longer before the third. Default 400. */
  pause?: number | undefined;
  /** Default: the platform's. Where that has no cache, `withEtags()` saves reading twice what has not changed. */
  fetch?: typeof fetch | undefined;
}

/**
 * An adapter for backends that speak the contract over HTTP. It never sends a cookie. It tries again by itself when
 * that is safe and may help; see `persist`.
 * @param base the backend's address, with or without a slash at the end; the API is at `<base>/api/v1`
 * @param table the operations wanted, so that a widget's file carries no others
 */
export function httpBackend<T extends OperationTable>(base: string | URL, table: T, options: HttpOptions = {}): HttpBackend<T> {
  const { readTimeout = 15_000, writeTimeout = 30_000, pause = 400 } = options;
  const api = `${String(base).replace(/\/+$/, '')}/api/v1`;

  async function call({ method, path, answer }: Operation, input: object, { signal, locale }: CallContext = {}): Promise<unknown> {
    const fields: Record<string, unknown> = { ...input };
    const query = new URLSearchParams();
    let url = api + path.replace(/{(\w+)}/g, (_, name: string) => {
      const value = fields[name];
      delete fields[name];
      return encodeURIComponent(String(value));
    });
    const reads = method === 'GET';
    if (reads) for (const [name, value] of Object.entries(fields)) if (value !== undefined) query.set(name, String(value));
    if (locale) query.set('locale', locale);
    if (`${query}`) url += `?${query}`;
    const body = reads ? undefined : toJson(fields);
    const text = await persist((stop) => exchange(url, body, stop), reads ? readTimeout : writeTimeout, pause, signal);

    const parsed = parse(answer, readJson(text));
    if (parsed.ok) return parsed.value;
    throw new ParvisError('backend-fault', {
      issues: parsed.issues,
      retryable: false,
      detail: `${url}: the answer does not fit the contract: ${parsed.issues.map((i) => `${i.pointer} ${i.code}`)}`,
    });
  }

  /** One request; the text of its answer. */
  async function exchange(url: string, body: string | undefined, signal: AbortSignal): Promise<string> {
    const response = await (options.fetch ?? fetch)(url, {
      ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      credentials: 'omit', referrerPolicy: 'no-referrer', signal,
    });
    const text = await response.text();
    if (!response.ok) throw errorFrom(response, text, url);
    return text;
  }

  return each(table, (group) => each(group, (operation) => (input: object, context?: CallContext) => call(operation, input, context))) as unknown as HttpBackend<T>;
}

/** What `JSON.stringify` makes of it, also where an old library of the page has given `toJSON` to every list. */
const toJson = (value: object): string => JSON.stringify(value, function (this: Record<string, unknown>, key) { return this[key]; });

const each = <V, R>(all: { readonly [name: string]: V }, make: (value: V) => R) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, make(value)]));
