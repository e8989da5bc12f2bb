import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto';
import { canonicalJson } from '@parvis/contract';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What pages carry from one request to the next, since there is no cookie: sealed, so that nobody can read or change it. */
export interface Seals {
  /**
   * @param what the kind of state, and what it belongs to: it opens as nothing else
   * @param seconds how long it can be opened; absent: for ever
   */
  close(what: string, value: object, seconds?: number): string;
  /** Absent: it is not one of ours, was made for something else, was changed on the way, or its time is over. */
  open<T extends object>(what: string, sealed: string | null | undefined): T | undefined;
  /** Random for whoever does not know the secret, and the same each time: a key for an act, a mark for a page. 43 signs, 256 bits. */
  derive(...parts: unknown[]): string;
}

export function createSeals(secret: string, now: () => number = Date.now): Seals {
  const key = hash('sha256', `seal\n${secret}`, 'buffer');
  return {
    close(what, value, seconds) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(what));
      const text = JSON.stringify({ value, ...(seconds !== undefined && { until: now() + seconds * 1000 }) });
      return Buffer.concat([nonce, sealing.update(text), sealing.final(), sealing.getAuthTag()]).toString('base64url');
    },
    open<T>(what: string, sealed: string | null | undefined): T | undefined {
      const bytes = Buffer.from(sealed ?? '', 'base64url');
      if (bytes.length <= nonceBytes + tagBytes) return undefined;
      try {
        const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
        opening.setAAD(Buffer.from(what)).setAuthTag(bytes.subarray(-tagBytes));
        const text = Buffer.concat([opening.update(bytes.subarray(nonceBytes, -tagBytes)), opening.final()]).toString();
        const { value, until = Infinity } = JSON.parse(text) as { value: T; until?: number };
        return now() < until ? value : undefined;
      } catch {
        return undefined;
      }
    },
    derive: (...parts) => createHmac('sha256', `derive\n${secret}`).update(canonicalJson(parts)).digest('base64url'),
  };
}
