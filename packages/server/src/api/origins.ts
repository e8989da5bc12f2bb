import type { Context } from 'hono';

/** Seconds a browser may remember that it may call. */
const rememberFor = '86400';

export type HeadersFor = (c: Context) => Record<string, string>;

const none: Record<string, string> = {};

/**
 * CORS: pages of the listed origins (`https://www.town.example`, or `*` for all) may use the API. Pages of the server's
 * own origin need no leave. No credentials are ever allowed: there are no cookies.
 * @returns what to add to an answer
 */
export function corsHeaders(origins: readonly string[]): HeadersFor {
  const everybody = origins.includes('*');
  const listed = new Set(origins.map((origin) => origin.toLowerCase()));
  return (c) => {
    const origin = c.req.header('origin');
    if (origin === undefined || !(everybody || listed.has(origin.toLowerCase()))) return none;
    return { 'access-control-allow-origin': everybody ? '*' : origin, 'access-control-expose-headers': 'ETag, Retry-After' };
  };
}

/** The answer to a browser that asks before it calls; an origin that may not call gets no leave. */
export function preflight(c: Context, cors: HeadersFor): Response {
  const headers = cors(c);
  return c.body(null, 204, {
    vary: 'Origin',
    ...headers,
    ...(headers !== none && {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'Content-Type, If-None-Match',
      'access-control-max-age': rememberFor,
    }),
  });
}
