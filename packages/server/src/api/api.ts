import type { Backend, CallContext } from '@parvis/contract';
import { type Context, Hono } from 'hono';
import { attachmentLimit } from '../domain/attachments.ts';
import { answerProblem } from './answer-problem.ts';
import { type CallLimit, isCast, unlimited } from './cast-limit.ts';
import { isKnown, write } from './etags.ts';
import { fromBody, fromQuery, numericFields } from './input.ts';
import { preferredLanguage } from './locale.ts';
import { openApi } from './openapi.ts';
import { corsHeaders, type HeadersFor, preflight } from './origins.ts';
import { HttpError } from './problems.ts';
import { limitRate, type Rates } from './rate-limit.ts';
import { type Route, routes } from './routes.ts';

/** In bytes. A text of 50 000 characters in any script fits several times. */
export const bodyLimit = 1_048_576;
/** Base64 makes four signs of three bytes; the rest is the name and the key. */
const attachmentBodyLimit = Math.ceil(attachmentLimit / 3) * 4 + 10_000;

/** What every answer says to browsers: it is data, never a page. */
const dataHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};
const jsonHeaders = { ...dataHeaders, 'content-type': 'application/json; charset=utf-8' };

export interface ApiOptions {
  /** Origins of host pages that may use the API; `*` for all. */
  origins: readonly string[];
  /** `false`: no limit. */
  rates: Rates | false;
  trustProxy: boolean;
  /** The limit of votes. */
  casts: CallLimit;
}

/**
 * The contract over HTTP, below its base address. Answers are made whole, with plain headers: those pass to Node's HTTP as
 * they are, while headers added to a `Response` cost as much as the rest of a call.
 */
export function createApi(backend: Backend, { origins, rates, trustProxy, casts }: ApiOptions): Hono {
  const cors = corsHeaders(origins);
  const api = new Hono();
  api.onError((error, c) => answerProblem(c, error, { ...dataHeaders, ...cors(c) }));
  api.options('*', (c) => preflight(c, cors));
  if (rates) api.use(limitRate(rates, trustProxy, () => performance.now(), isCast));

  const document = openApi();
  api.get('/openapi.json', (c) => answerGet(c, document, cors));
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const path = route.operation.path.replaceAll(/\{(\w+)\}/g, ':$1') || '/';
    methods.set(path, [...(methods.get(path) ?? []), route.operation.method]);
    api.on(route.operation.method, path, handlerOf(route, backend, cors, route.name === 'votes.cast' ? casts : undefined));
  }
  for (const [path, allowed] of methods) {
    api.all(path, () => {
      throw new HttpError(405, 'unsupported', { headers: { allow: [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ') } });
    });
  }
  api.all('*', () => {
    throw new HttpError(404, 'not-found', { detail: 'No such address. See openapi.json.' });
  });
  return api;
}

function handlerOf(route: Route, backend: Backend, cors: HeadersFor, limited: CallLimit = unlimited) {
  const { operation, parameters } = route;
  const verb = route.verb(backend);
  const numeric = numericFields(operation);
  const limit = route.name === 'attachments.create' ? attachmentBodyLimit : bodyLimit;
  const isGet = operation.method === 'GET';
  return async (c: Context): Promise<Response> => {
    const input = isGet ? fromQuery(c.req, numeric) : await fromBody(c.req, limit);
    // The address decides what is meant, whatever the body says.
    for (const name of parameters) input[name] = c.req.param(name);
    const context: CallContext = { locale: c.req.query('locale') ?? preferredLanguage(c.req.header('accept-language')) };
    const answer = (await limited(c, input, () => verb(input, context))) as object;
    if (isGet) return answerGet(c, answer, cors);
    return new Response(JSON.stringify(answer), { headers: { ...jsonHeaders, 'cache-control': 'no-store', ...cors(c) } });
  };
}

function answerGet(c: Context, answer: object, cors: HeadersFor): Response {
  const { body, etag } = write(answer);
  const headers = { ...jsonHeaders, etag, 'cache-control': 'no-cache', vary: 'Origin, Accept-Language', ...cors(c) };
  return isKnown(etag, c.req.header('if-none-match')) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
