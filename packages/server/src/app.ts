import { Hono } from 'hono';
import { answerProblem } from './api/answer-problem.ts';
import { createApi } from './api/api.ts';
import { isCast, limitCasts, limitSteps, unlimited } from './api/cast-limit.ts';
import { HttpError } from './api/problems.ts';
import { defaultRates, limitRate, type Rates } from './api/rate-limit.ts';
import { apiBase } from './api/routes.ts';
import type { ServerBackend } from './domain/backend.ts';
import { compress } from './compress.ts';
import { mountDownloads } from './downloads/mount.ts';
import { mountPages } from './pages/mount.ts';
import { errorAnswer, isPage } from './pages/route.ts';
import { mountStatic, type StaticOptions } from './static/mount.ts';
import type { Store } from './store/store.ts';

export interface AppOptions extends StaticOptions {
  /** Origins of host pages that may use the API and frame the plain pages; `*` for all. */
  origins?: readonly string[] | undefined;
  /** `false`: no limit (load tests). Default {@link defaultRates}. */
  rates?: Rates | false | undefined;
  /** Believe the address that a proxy in front wrote into X-Forwarded-For. */
  trustProxy?: boolean | undefined;
}

/** Everything the server answers: the API, the plain pages, the widgets' files and the sites given to it. */
export function createApp(backend: ServerBackend, store: Store, options: AppOptions = {}): Hono {
  const { origins = [], rates = defaultRates, trustProxy = false } = options;
  const app = new Hono();
  app.onError((error, c) => (isPage(c.req.path) ? errorAnswer(c, error) : answerProblem(c, error)));
  app.notFound((c) => answerProblem(c, new HttpError(404, 'not-found')));

  app.use(compress());
  // One limit for both ways to send a code.
  const now = () => performance.now();
  const casts = rates ? limitCasts(rates.POST, trustProxy, now, store) : unlimited;
  const steps = rates ? limitSteps(rates.GET, trustProxy, now) : () => undefined;
  app.route(apiBase, createApi(backend, { origins, rates, trustProxy, casts }));
  if (rates) {
    const limit = limitRate(rates, trustProxy, now, isCast);
    for (const path of ['/health', '/', '/c/*', '/files/*']) app.use(path, limit);
  }
  app.get('/health', async (c) => {
    const ok = await store.writable();
    return c.json({ ok }, ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
  mountDownloads(app, backend);
  mountPages(app, backend, { store, origins, casts, steps });
  mountStatic(app, store, options);
  return app;
}
