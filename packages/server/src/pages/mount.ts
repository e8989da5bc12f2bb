import { join } from 'node:path';
import { errorStatus, type Timeline } from '@parvis/contract';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ServerBackend } from '../domain/backend.ts';
import { toParvisError, unless } from '../domain/faults.ts';
import { serveFolder } from '../static/folder.ts';
import { consultationPage, startPage } from './consultation.ts';
import { errorPage } from './error.ts';
import { faqPage } from './faq.ts';
import { feedbackPage } from './feedback.ts';
import { proposePage } from './propose.ts';
import { resultsPage } from './results.ts';
import { ballotsPage, codeBallotsPage, votePage } from './vote.ts';
import type { Markup } from './words.ts';

/** Beside the sources, also for the compiled files. */
const assets = join(import.meta.dirname, '..', '..', 'src', 'pages', 'assets');
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

/** The server's own pages: everything can be read without JavaScript, and the widgets are there where it runs. */
export function mountPages(app: Hono, backend: ServerBackend, origins: readonly string[]): void {
  const headers = pageHeaders(origins);
  const { consultations, votes, proposals, faq, feedback } = backend;

  const page = (path: string, make: (c: Context, input: { consultation: string }, locale: { locale: string }) => Promise<Markup>) =>
    app.get(path, async (c) => {
      try {
        // The words around the content are French; another language of it has to be asked for.
        const locale = { locale: c.req.query('locale') ?? 'fr' };
        return c.html(await make(c, { consultation: c.req.param('consultation') ?? '' }, locale), 200, headers);
      } catch (error) {
        const { code, cause } = toParvisError(error);
        // An address that does not fit the schema leads nowhere.
        const status = code === 'invalid' ? 404 : errorStatus[code];
        if (code === 'backend-fault') console.error(`${path}:`, cause ?? error);
        return c.html(errorPage(status === 404), status as ContentfulStatusCode, headers);
      }
    });

  page('/', async (_, __, locale) => startPage((await consultations.list({ limit: 100 }, locale)).items));

  page('/c/:consultation', async (_, input, locale) => {
    const [consultation, questions, contributions] = await Promise.all([
      consultations.get(input, locale), faq.list({ ...input, limit: 1 }), feedback.list({ ...input, limit: 1 }),
    ]);
    return consultationPage(consultation, { faq: questions.items.length > 0 || questions.asking, feedback: contributions.items.length > 0 });
  });

  const vote = async (c: Context, input: { consultation: string }, locale: { locale: string }) => {
    const consultation = await consultations.get(input, locale);
    const only = consultation.ballots.length === 1 ? consultation.ballots[0]?.id : undefined;
    const ballot = c.req.param('ballot') ?? c.req.query('ballot') ?? only;
    if (ballot !== undefined) return votePage(consultation, await votes.ballot({ ...input, ballot }, locale));
    const all = await Promise.all(consultation.ballots.map(({ id }) => votes.ballot({ ...input, ballot: id }, locale)));
    const withCode = all.filter(({ eligibility }) => eligibility === 'code');
    return withCode.length > 1 && withCode.length === all.length ? codeBallotsPage(consultation, all) : ballotsPage(consultation);
  };
  page('/c/:consultation/vote', vote);
  page('/c/:consultation/vote/:ballot', vote);

  page('/c/:consultation/results/:ballot', async (c, input, locale) => {
    const place = { ...input, ballot: c.req.param('ballot') ?? '' };
    const [consultation, ballot] = await Promise.all([consultations.get(input, locale), votes.ballot(place, locale)]);
    return resultsPage(consultation, ballot, await unless(['not-yet'], () => votes.results(place, locale)));
  });

  page('/c/:consultation/propose', async (c, input, locale) =>
    proposePage(await consultations.get(input, locale), await proposals.list({ ...input, cursor: c.req.query('cursor') }, locale)));

  page('/c/:consultation/faq', async (c, input, locale) =>
    faqPage(await consultations.get(input, locale), await faq.list({ ...input, cursor: c.req.query('cursor') }, locale)));

  page('/c/:consultation/feedback', async (c, input, locale) => {
    const consultation = await consultations.get(input, locale);
    const id = c.req.query('id');
    const { items, next } = id === undefined ? await feedback.list({ ...input, cursor: c.req.query('cursor') }, locale) : { items: [{ id }], next: undefined };
    const timelines: Timeline[] = await Promise.all(items.map((item) => feedback.timeline({ ...input, id: item.id }, locale)));
    return feedbackPage(consultation, timelines, next);
  });

  app.get('/pages/*', serveFolder('/pages', assets, noSniff));
}
