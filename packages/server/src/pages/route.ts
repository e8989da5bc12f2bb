import { errorStatus, type ErrorCode } from '@parvis/contract';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HttpError } from '../api/problems.ts';
import { toParvisError } from '../domain/faults.ts';
import { errorPage } from './error.ts';
import { readForm } from './forms/read.ts';
import { type Frame, frameOf } from './frame.ts';
import type { InFrame } from './layout.ts';

/** How long an outcome can be read at its address, in seconds: long enough to write a code down, too short for whoever reads addresses in a log. */
export const shownSeconds = 3_600;

/** What the address of a page says. */
export interface Visit {
  c: Context;
  input: { consultation: string };
  /** French; another language has to be asked for. */
  locale: { locale: string };
  /** The language that is spoken there. */
  frame: Frame;
}

/** A page that is not simply there, or holds what is meant for one person. */
export interface Shown {
  page: InFrame | Promise<InFrame>;
  /** Default 200. */
  status?: number | undefined;
  /** Nobody may keep it: neither a proxy nor the next person at this computer. */
  own?: boolean | undefined;
  retryAfter?: number | undefined;
}

/** After an act: where its outcome can be read, also when the page is loaded again. */
export interface SeeOther {
  to: string;
}

export type Made = InFrame | Shown | SeeOther;

export interface PageRoutes {
  get(path: string, make: (visit: Visit) => Promise<Made>): void;
  post(path: string, make: (visit: Visit, form: URLSearchParams) => Promise<Made>): void;
}

export function pageRoutes(app: Hono, headers: Record<string, string>): PageRoutes {
  const answer = async (c: Context, make: (visit: Visit) => Promise<Made>): Promise<Response> => {
    try {
      const frame = frameOf(c.req.url);
      const made = await make({ c, frame, input: { consultation: c.req.param('consultation') ?? '' }, locale: { locale: c.req.query('locale') ?? 'fr' } });
      if ('to' in made) return c.body(null, 303, { ...headers, location: made.to, 'cache-control': 'no-store' });
      const { page, status = 200, own = false, retryAfter }: Shown = 'page' in made ? made : { page: made };
      return c.html(await (await page)(frame), status as ContentfulStatusCode, {
        ...headers, ...(own && { 'cache-control': 'no-store' }), ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter)) }),
      });
    } catch (error) {
      return errorAnswer(c, error, headers);
    }
  };
  return {
    get: (path, make) => void app.get(path, (c) => answer(c, make)),
    post: (path, make) => void app.post(path, (c) => answer(c, async (visit) => make(visit, await readForm(c.req)))),
  };
}

/** Whether people read the answer to this request as a page. */
export const isPage = (path: string): boolean => path === '/' || path.startsWith('/c/');

/** What a page says that cannot be made. */
export function errorAnswer(c: Context, thrown: unknown, headers: Record<string, string> = {}): Response | Promise<Response> {
  const error = toParvisError(thrown);
  const { code, cause, retryAfter } = error;
  if (code === 'backend-fault') console.error(`${c.req.method} ${c.req.routePath}:`, cause ?? error);
  // An address that does not fit the schema leads nowhere.
  const status = error instanceof HttpError ? error.status : code === 'invalid' ? 404 : errorStatus[code as ErrorCode];
  return c.html(errorPage(status)(frameOf(c.req.url)), status as ContentfulStatusCode, {
    ...headers, 'cache-control': 'no-store', ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter)) }),
  });
}

/** The address of a form's page, in the language of its content. */
export const actionAt = ({ c }: Visit, path: string): string => {
  const locale = c.req.query('locale');
  return locale === undefined ? path : `${path}?locale=${encodeURIComponent(locale)}`;
};

/** An address behind which a sealed outcome lies. */
export const withToken = (visit: Visit, path: string, token: string): string => {
  const action = actionAt(visit, path);
  return `${action}${action.includes('?') ? '&' : '?'}t=${token}`;
};
