import type { Engine } from './engine.ts';
import { queries } from './sql.ts';

/** Written to see whether writing works: more than a vote needs, so that a nearly full disk shows in time. */
const probe = new Uint8Array(32_768);
/** In milliseconds. Only a yes is kept: after a no, the next look tells whether somebody made room. */
const keptFor = 5_000;

/** Whether a write can be made now. A flush of the disk is paid at most once in a while, however many ask. */
export function createWritable({ sql, writer }: Pick<Engine, 'sql' | 'writer'>, clock: () => number = () => performance.now()): {
  ask(): Promise<boolean>;
  /** A write has just failed. */
  doubt(): void;
} {
  let yesUntil = -Infinity;
  let asking: Promise<boolean> | undefined;

  async function look(): Promise<boolean> {
    try {
      await writer.write(() => sql.run(queries.insertInto('salts').values({ consultation_id: '', purpose: 'probe', salt: probe })
        .onConflict((conflict) => conflict.doUpdateSet({ salt: probe }))), { silent: true });
      yesUntil = clock() + keptFor;
      return true;
    } catch {
      return false;
    } finally {
      asking = undefined;
    }
  }

  return {
    ask: async () => clock() < yesUntil || (asking ??= look()),
    doubt: () => (yesUntil = -Infinity),
  };
}
