import { join } from 'node:path';
import type { Hono } from 'hono';
import type { VoteLimits } from '../api/cast-limit.ts';
import type { ServerBackend } from '../domain/backend.ts';
import { unless } from '../domain/faults.ts';
import { serveFolder } from '../static/folder.ts';
import type { Store } from '../store/store.ts';
import { consultationPage, startPage } from './consultation.ts';
import { mountFaq } from './faq/mount.ts';
import { mountFaqRating } from './faq/rate.ts';
import { mountFollow } from './feedback/follow.ts';
import { mountFeedback } from './feedback/mount.ts';
import { createSeals } from './forms/seal.ts';
import { mountPropose } from './propose/mount.ts';
import { mountSupport } from './propose/support.ts';
import { resultsPage } from './results.ts';
import { pageRoutes } from './route.ts';
import { mountVote } from './vote/mount.ts';

export interface PageOptions extends VoteLimits {
  store: Pick<Store, 'pageSecret'>;
  /** Sites that may show a page in a frame. */
  origins: readonly string[];
}

const assets = join(import.meta.dirname, 'assets');
const noSniff = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** Nothing but the server's own files; sites that may use the API may also show a page in a frame. */
function pageHeaders(origins: readonly string[]): Record<string, string> {
  const policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data:", "base-uri 'none'",
    "form-action 'self'", `frame-ancestors 'self' ${origins.join(' ')}`.trim(), "require-trusted-types-for 'script'",
    // Each widget's file brings lit with a policy of its own name.
    'trusted-types parvis-ballot parvis-results parvis-proposal-form parvis-faq parvis-feedback',
  ];
  return { ...noSniff, 'content-security-policy': policy.join('; '), 'cache-control': 'no-cache', vary: 'Accept-Language' };
}

/** The server's own pages: everything can be read and done without JavaScript, and the widgets are there where it runs. */
export function mountPages(app: Hono, backend: ServerBackend, { store, origins, casts, steps }: PageOptions): void {
  const routes = pageRoutes(app, pageHeaders(origins));
  const { consultations, votes, faq, feedback } = backend;
  const { get } = routes;
  const sealsOf = async (consultation: string) => createSeals(await store.pageSecret(consultation));

  get('/', async ({ locale }) => startPage((await consultations.list({ limit: 100 }, locale)).items));

  get('/c/:consultation', async ({ input, locale }) => {
    const [consultation, questions, contributions] = await Promise.all([
      consultations.get(input, locale), faq.list({ ...input, limit: 1 }), feedback.list({ ...input, limit: 1 }),
    ]);
    return consultationPage(consultation, { faq: questions.items.length > 0 || questions.asking, feedback: contributions.items.length > 0 });
  });

  mountVote(routes, backend, sealsOf, { casts, steps });
  mountPropose(routes, backend, sealsOf);
  mountSupport(routes, backend, sealsOf);
  mountFaq(routes, backend, sealsOf);
  mountFaqRating(routes, backend, sealsOf);
  mountFeedback(routes, backend, sealsOf);
  mountFollow(routes, backend, sealsOf);

  get('/c/:consultation/results/:ballot', async ({ c, frame, input, locale }) => {
    const place = { ...input, ballot: c.req.param('ballot') ?? '' };
    const [consultation, ballot] = await Promise.all([consultations.get(input, locale), votes.ballot(place, locale)]);
    return resultsPage(frame, consultation, ballot, await unless(['not-yet'], () => votes.results(place, locale)));
  });

  app.get('/pages/*', serveFolder('/pages', assets, noSniff));
}
