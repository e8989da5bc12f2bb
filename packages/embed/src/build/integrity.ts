import { createHash } from 'node:crypto';

/** Subresource Integrity of a file (W3C SRI), for `integrity="…"`. */
export const integrityOf = (text: string, algorithm: 'sha256' | 'sha384' = 'sha384'): string => `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;
