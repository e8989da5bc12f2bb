import { canonicalJson, ParvisError } from '@parvis/contract';

/** How a write is known again. */
export interface WriteDigest {
  /** Of the key: where the answer is kept. */
  id: string;
  /** Of the key and the content: whether it is the same write. */
  content: string;
}

/**
 * What may be kept of a write to know it again. Both digests are taken over the key, a random secret that stays with
 * the person: whoever reads the store can neither find the content by trying (there are few ways to fill in a ballot)
 * nor replay the key.
 */
export async function digestOf(key: string, content: unknown): Promise<WriteDigest> {
  const [id, both] = await Promise.all([sha256(`key ${key}`), sha256(`content ${key} ${canonicalJson(content)}`)]);
  return { id, content: both };
}

/** The error for a key that came with other content. */
export const keyReused = (): ParvisError => new ParvisError('invalid', { issues: [{ pointer: '/key', code: 'reused' }] });

/**
 * Lets a write happen once: the same key with the same content gets the stored answer, with other content it is
 * `invalid` (`/key`, `reused`). Calls at the same time share one act. A write that was refused leaves nothing behind.
 * It forgets when the process ends: a backend that stores things keeps digests and answers beside them.
 */
export class Replays<T> {
  readonly #known = new Map<string, { content: string; answer: Promise<T> }>();

  async once(key: string, content: unknown, act: () => T | Promise<T>): Promise<T> {
    const digest = await digestOf(key, content);
    const known = this.#known.get(digest.id);
    if (known) {
      if (known.content === digest.content) return known.answer;
      throw keyReused();
    }
    const answer = (async () => act())();
    this.#known.set(digest.id, { content: digest.content, answer });
    answer.catch(() => this.#known.delete(digest.id));
    return answer;
  }

  /** Everything kept: digests and answers. */
  async entries(): Promise<[key: string, content: string, answer: T][]> {
    return Promise.all([...this.#known].map(async ([key, { content, answer }]): Promise<[string, string, T]> => [key, content, await answer]));
  }

  clear(): void {
    this.#known.clear();
  }
}

/** As hexadecimal digits. */
async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
