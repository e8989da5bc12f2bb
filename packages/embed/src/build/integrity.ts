import { createHash } from 'node:crypto';

/** Subresource Integrity of a file (W3C SRI), for `integrity="…"`. */
export const integrityOf = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;
