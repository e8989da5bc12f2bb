import type { HonoRequest } from 'hono';
import { readText } from '../../api/input.ts';
import { HttpError } from '../../api/problems.ts';

/** In bytes: as much as a call of the API may have. */
const limit = 1_048_576;

/**
 * The fields of a form that one of our own pages sent. There is no cookie, so a form of a stranger's page could do nothing in anybody's name; it is refused
 * because the browsers of that page's readers would vote for it, each from an address of its own.
 * @throws HttpError
 */
export async function readForm(request: HonoRequest): Promise<URLSearchParams> {
  if (isForeign(request)) throw new HttpError(403, 'not-eligible', { detail: 'A form of another site.' });
  const type = request.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new HttpError(415, 'type-refused', { detail: 'The body has to be application/x-www-form-urlencoded.' });
  }
  return new URLSearchParams(await readText(request, limit));
}

/** Browsers say where a form came from. Ours send `Origin: null`, because their pages send no referrer; text browsers send nothing. */
function isForeign(request: HonoRequest): boolean {
  const site = request.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.header('origin') ?? 'null';
  return origin !== 'null' && hostOf(origin) !== request.header('host');
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/** What a button of a list is about: its name is the act, a space and an id. Absent: no such button was pressed. */
export const pressed = (form: URLSearchParams, act: string): string | undefined =>
  [...form.keys()].find((name) => name.startsWith(`${act} `))?.slice(act.length + 1);

/** A text of several lines as it was typed: forms send line breaks as CR LF (HTML, form data encoding). */
export const textIn = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n');
