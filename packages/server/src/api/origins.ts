import type { MiddlewareHandler } from 'hono';

/** Seconds a browser may remember that it may call. */
const rememberFor = '86400';

/**
 * CORS: pages of the listed origins (`https://www.town.example`, or `*` for all) may use the API. Pages of the server's
 * own origin need no leave. No credentials are ever allowed: there are no cookies.
 */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  const everybody = origins.includes('*');
  const listed = new Set(origins.map((origin) => origin.toLowerCase().replace(/\/$/, '')));
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined) return next();
    const allowed = everybody || listed.has(origin.toLowerCase());
    const asked = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    if (!asked) {
      await next();
      if (allowed) {
        c.res.headers.set('access-control-allow-origin', everybody ? '*' : origin);
        c.res.headers.set('access-control-expose-headers', 'ETag, Retry-After');
      }
      return undefined;
    }
    return c.body(null, 204, {
      vary: 'Origin',
      ...(allowed && {
        'access-control-allow-origin': everybody ? '*' : origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'Content-Type, If-None-Match',
        'access-control-max-age': rememberFor,
      }),
    });
  };
}
