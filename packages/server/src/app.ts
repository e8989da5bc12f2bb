import type { Backend } from '@parvis/contract';
import { Hono } from 'hono';
import { answerProblem, createApi } from './api/api.ts';
import { allowOrigins } from './api/origins.ts';
import { HttpError } from './api/problems.ts';
import { defaultRates, limitRate, type Rate } from './api/rate-limit.ts';
import { apiBase } from './api/routes.ts';
import { mountStatic, type StaticOptions } from './static/mount.ts';
import type { Store } from './store/store.ts';

export interface AppOptions extends StaticOptions {
  /** Origins of host pages that may use the API; `*` for all. */
  origins?: readonly string[] | undefined;
  /** `false`: no limit (load tests). Default {@link defaultRates}. */
  rates?: { GET: Rate; POST: Rate } | false | undefined;
  /** Believe the address that a proxy in front wrote into X-Forwarded-For. */
  trustProxy?: boolean | undefined;
}

/** What every answer of the API says to browsers: it is data, never a page. */
const apiHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

export function createApp(backend: Backend, store: Store, options: AppOptions = {}): Hono {
  const app = new Hono();
  app.use(`${apiBase}/*`, async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(apiHeaders)) c.res.headers.set(name, value);
  });
  app.use(`${apiBase}/*`, allowOrigins(options.origins ?? []));
  if (options.rates !== false) app.use(`${apiBase}/*`, limitRate(options.rates ?? defaultRates, options.trustProxy ?? false, () => performance.now()));
  app.route(apiBase, createApi(backend));

  app.get('/health', async (c) => {
    const ok = await store.writable();
    return c.json({ ok }, ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
  mountStatic(app, store, options);
  app.notFound((c) => answerProblem(c, new HttpError(404, 'not-found')));
  app.onError((error, c) => answerProblem(c, error));
  return app;
}
