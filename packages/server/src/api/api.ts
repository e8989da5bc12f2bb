import type { Backend, CallContext } from '@parvis/contract';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { attachmentLimit } from '../domain/attachments.ts';
import { toParvisError } from '../domain/faults.ts';
import { isKnown, write } from './etags.ts';
import { fromBody, fromQuery, numericFields } from './input.ts';
import { preferredLanguage } from './locale.ts';
import { openApi } from './openapi.ts';
import { HttpError, problemAnswer } from './problems.ts';
import { type Route, routes } from './routes.ts';

/** In bytes. A text of 50 000 characters in any script fits several times. */
export const bodyLimit = 1_048_576;
/** Base64 makes four signs of three bytes; the rest is the name and the key. */
const attachmentBodyLimit = Math.ceil(attachmentLimit / 3) * 4 + 10_000;

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' };

/** The contract over HTTP, below its base address. */
export function createApi(backend: Backend): Hono {
  const api = new Hono();
  const document = openApi();
  api.get('/openapi.json', (c) => answerGet(c, document));

  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const path = route.operation.path.replaceAll(/\{(\w+)\}/g, ':$1') || '/';
    methods.set(path, [...(methods.get(path) ?? []), route.operation.method]);
    api.on(route.operation.method, path, handlerOf(route, backend));
  }
  for (const [path, allowed] of methods) {
    api.all(path, () => {
      throw new HttpError(405, 'unsupported', { headers: { allow: [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ') } });
    });
  }
  api.notFound((c) => answerProblem(c, new HttpError(404, 'not-found', { detail: 'No such address. See openapi.json.' })));
  api.onError((error, c) => answerProblem(c, error));
  return api;
}

function handlerOf(route: Route, backend: Backend) {
  const { operation, parameters } = route;
  const verb = route.verb(backend);
  const numeric = numericFields(operation);
  const limit = route.name === 'attachments.create' ? attachmentBodyLimit : bodyLimit;
  return async (c: Context): Promise<Response> => {
    const isGet = operation.method === 'GET';
    const input = isGet ? fromQuery(c.req, numeric) : await fromBody(c.req, limit);
    // The address decides what is meant, whatever the body says.
    for (const name of parameters) input[name] = c.req.param(name);
    const context: CallContext = { locale: c.req.query('lang') ?? preferredLanguage(c.req.header('accept-language')) };
    const answer = (await verb(input, context)) as object;
    return isGet ? answerGet(c, answer) : c.body(JSON.stringify(answer), 200, { ...jsonHeaders, 'cache-control': 'no-store' });
  };
}

function answerGet(c: Context, answer: object): Response {
  const { body, etag } = write(answer);
  const headers = { etag, 'cache-control': 'no-cache', vary: 'Origin, Accept-Language' };
  return isKnown(etag, c.req.header('if-none-match')) ? c.body(null, 304, headers) : c.body(body, 200, { ...jsonHeaders, ...headers });
}

/** Problem details. What went wrong inside goes to the log, never over the wire; neither carries who asked. */
export function answerProblem(c: Context, thrown: unknown): Response {
  const error = toParvisError(thrown);
  if (error.code === 'backend-fault') console.error(`${c.req.method} ${c.req.routePath}: ${describe(error.cause ?? error)}`);
  const { status, body, headers } = problemAnswer(error);
  return c.body(body, status as ContentfulStatusCode, headers);
}

const describe = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
