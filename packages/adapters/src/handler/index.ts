import { errorStatus, isParvisError, ParvisError, toProblem } from '@parvis/contract';
import type { Backend, CallContext } from '@parvis/contract';
import { backend as own, groups } from '@parvis/contract/operations';
import type { Operation } from '@parvis/contract/operations';

type Call = (input: unknown, context: CallContext) => Promise<unknown>;

interface Route {
  operation: Operation;
  pattern: RegExp;
  call: Call | undefined;
}

/**
 * Puts a backend object behind the contract's HTTP API, as a function from a web `Request` to a `Response`: to try an
 * adapter with the widgets, or to run one behind any server that speaks these. Every host page may call it; limits on
 * bodies and rates are left to the server around it.
 */
export function backendHandler(backend: Backend): (request: Request) => Promise<Response> {
  const routes = routesOf(backend);
  return async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    try {
      const url = new URL(request.url);
      const path = url.pathname.replace(/^.*?\/api\/v1(?=\/|$)/, '').replace(/\/$/, '');
      const route = routes.find((r) => r.operation.method === request.method && r.pattern.test(path));
      if (!route) throw new ParvisError('not-found', { detail: `no operation at ${request.method} ${path}` });
      if (!route.call) throw new ParvisError('unsupported');
      const answer = await route.call(await inputOf(route, path, url, request), { signal: request.signal, locale: url.searchParams.get('locale') ?? undefined });
      return await reply(request, answer);
    } catch (error) {
      return refuse(isParvisError(error) ? error : new ParvisError('backend-fault', { cause: error }));
    }
  };
}

const cors = {
  'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'content-type, if-none-match',
  'access-control-expose-headers': 'etag, retry-after',
};

function routesOf(backend: Backend): Route[] {
  const all = backend as unknown as Record<string, Record<string, Call> | undefined>;
  const route = (operation: Operation, call: Call | undefined): Route => ({
    operation, call, pattern: new RegExp(`^${operation.path.replace(/{(\w+)}/g, '(?<$1>[^/]+)')}$`),
  });
  return [
    ...Object.entries(own).map(([verb, operation]) => route(operation, (backend as unknown as Record<string, Call>)[verb])),
    ...Object.entries(groups).flatMap(([group, verbs]) => Object.entries(verbs).map(([verb, operation]) => route(operation, all[group]?.[verb]))),
  ];
}

/** The fields of the path, and those of the query or the body. */
async function inputOf({ operation, pattern }: Route, path: string, url: URL, request: Request): Promise<unknown> {
  const fields = Object.entries(pattern.exec(path)?.groups ?? {}).map(([name, value]) => [name, decode(value)]);
  const { locale: _, ...query } = Object.fromEntries(url.searchParams);
  // Everything in a query is text; the contract's only number there is `limit`.
  const rest = operation.method === 'GET' ? { ...query, ...(query['limit'] !== undefined && { limit: Number(query['limit']) }) } : await bodyOf(request);
  return { ...rest, ...Object.fromEntries(fields) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ParvisError('not-found', { detail: `no such address: ${part}` });
  }
}

async function bodyOf(request: Request): Promise<object> {
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null) return body;
  throw new ParvisError('invalid', { issues: [{ pointer: '', code: 'malformed' }] });
}

/** With an ETag of the whole text, so that an answer that has not changed need not travel again. */
async function reply(request: Request, answer: unknown): Promise<Response> {
  const text = JSON.stringify(answer);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const etag = `"${Array.from(digest.slice(0, 16), (b) => b.toString(16).padStart(2, '0')).join('')}"`;
  const headers = { ...cors, etag, 'content-type': 'application/json' };
  if (request.method === 'GET' && request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}

function refuse(error: ParvisError): Response {
  return new Response(JSON.stringify(toProblem(error)), {
    status: errorStatus[error.code],
    headers: { ...cors, 'content-type': 'application/problem+json', ...(error.retryAfter !== undefined && { 'retry-after': String(Math.ceil(error.retryAfter)) }) },
  });
}
