import { hash, timingSafeEqual } from 'node:crypto';
import { ParvisError } from '@parvis/contract';
import type { Replayable } from '../store.ts';
import type { Engine } from './engine.ts';
import { hmacKey, hmacSha256 } from './hmac.ts';
import { queries } from './sql.ts';

/**
 * Answers kept for retries. The idempotency key never reaches the disk: the row is found by its SHA-256, the content is an
 * HMAC-SHA-256 under the key, and the answer (a receipt or a tracking code, shown once) is sealed with a stream drawn
 * from the key. Whoever reads the file without the key learns that a write happened, and nothing about it.
 */
export class Replays {
  readonly #now: () => Date;
  readonly #find: (...values: (string | Uint8Array)[]) => { content: Uint8Array; answer: Uint8Array } | undefined;
  readonly #insert: (...values: (string | Uint8Array)[]) => number;

  constructor({ sql, now }: Pick<Engine, 'sql' | 'now'>) {
    this.#now = now;
    this.#find = sql.preparedFirst(
      queries.selectFrom('replays').select(['content', 'answer']).where('consultation_id', '=', '').where('replay_id', '=', new Uint8Array()),
    );
    this.#insert = sql.prepared(queries.insertInto('replays').values({
      consultation_id: '', replay_id: new Uint8Array(), scope: '', content: new Uint8Array(), answer: new Uint8Array(), day: '',
    }));
  }

  /** The stored answer for the same key and content, else what `write` answers, kept for the next time. */
  once<A>(consultation: string, scope: string, { key, content }: Replayable, write: () => A): A {
    const id = hash('sha256', key, 'buffer');
    const sealed = hmacSha256(hmacKey(key), content);
    const row = this.#find(consultation, id);
    if (row) {
      if (!timingSafeEqual(row.content, sealed)) throw new ParvisError('invalid', { issues: [{ pointer: '/key', code: 'reused' }] });
      return JSON.parse(seal(key, Buffer.from(row.answer)).toString()) as A;
    }
    const answer = write();
    this.#insert(consultation, id, scope, sealed, seal(key, Buffer.from(JSON.stringify(answer))), this.#now().toISOString().slice(0, 10));
    return answer;
  }
}

/** A key seals one answer only, so a stream from SHAKE256 (FIPS 202) is a one-time pad. The same call opens it. */
function seal(key: string, bytes: Buffer): Buffer {
  const pad = hash('shake256', `answer\n${key}`, { outputEncoding: 'buffer', outputLength: bytes.length });
  for (const [i, byte] of bytes.entries()) pad[i] = (pad[i] ?? 0) ^ byte;
  return pad;
}
