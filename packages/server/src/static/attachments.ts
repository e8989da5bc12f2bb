import type { Handler } from 'hono';
import { HttpError } from '../api/problems.ts';
import type { Store } from '../store/store.ts';

/** Files that residents left. Browsers save them and never show them as a page, whatever is inside. */
export function serveAttachment(store: Store): Handler {
  return async (c) => {
    const file = await store.getAttachment(c.req.param('consultation') ?? '', c.req.param('id') ?? '');
    if (!file) throw new HttpError(404, 'not-found');
    return c.body(new Uint8Array(file.data), 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
    });
  };
}

/** RFC 8187: everything but plain letters and digits in percent signs. */
const encodeName = (name: string): string =>
  encodeURIComponent(name.replace(/[/\\]/g, '-')).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
