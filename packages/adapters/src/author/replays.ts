import { canonicalJson, ParvisError } from '@parvis/contract';

/** What is remembered of a write: enough to repeat its answer, not enough to tell what it said. */
interface Replay<T> {
  /** Digest of the key and the content together. */
  content: string;
  answer: Promise<T>;
}

/**
 * Lets a write happen once: the same key with the same content gets the stored answer, with other content it is
 * `invalid` (`/key`, `reused`). Calls at the same time share one act. A write that was refused leaves nothing behind.
 *
 * Only digests are kept, each taken over the key, a random secret that stays with the person: whoever reads this store
 * can neither find the content by trying (there are few ways to fill in a ballot) nor replay a key.
 */
export class Replays<T> {
  readonly #known = new Map<string, Replay<T>>();

  async once(key: string, content: unknown, act: () => T | Promise<T>): Promise<T> {
    const [id, digest] = await Promise.all([sha256(`key ${key}`), sha256(`content ${key} ${canonicalJson(content)}`)]);
    const known = this.#known.get(id);
    if (known) {
      if (known.content === digest) return known.answer;
      throw new ParvisError('invalid', { issues: [{ pointer: '/key', code: 'reused' }] });
    }
    const answer = (async () => act())();
    this.#known.set(id, { content: digest, answer });
    answer.catch(() => this.#known.delete(id));
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

/** SHA-256 as hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
