import { randomKey } from '@parvis/contract/codes';
import { forget, keep, keysUnder, kept } from '../shared/store.ts';

/**
 * How long to wait for a draft's owner to be gone: a page that reloads lets go a moment after the next one starts, later
 * on a slow phone. Only somebody with the form open twice waits that long, for the second one to start empty.
 */
const patience = 1000;

/**
 * One tab's draft among those of every tab. Each is under a key of its own, and its tab holds a lock of that name (Web
 * Locks) for as long as it is open: two tabs never write over each other, and a draft whose lock is free has lost its
 * tab and goes to the next one that opens. Where there are no locks (no secure context) the newest draft moves to the
 * key of the tab that takes it; its first owner, if it is still there, keeps its text again with the next letter.
 */
export class Draft<T> {
  readonly #place: string;
  /** Begins with the time, so that the newest is the last. */
  #key: string;
  #release: (() => void) | undefined;
  #claiming: Promise<void> | undefined;

  /** @param place begins the keys of the drafts of one form */
  constructor(place: string) {
    this.#place = place;
    this.#key = this.#fresh();
  }

  /** The newest draft that no open tab holds; undefined when there is none. */
  async open(): Promise<T | undefined> {
    for (const key of (await keysUnder(this.#place)).reverse()) {
      if (!(await this.#hold(key))) continue;
      const value = await kept<T>(key);
      if (value !== undefined) {
        if (navigator.locks) this.#key = key;
        else {
          await keep(this.#key, value);
          await forget(key);
        }
        return value;
      }
      this.close();
    }
    await this.#hold(this.#key);
    return undefined;
  }

  /** Keeps this tab's draft; undefined takes it away. False: it lives only as long as the page. */
  async save(value: T | undefined): Promise<boolean> {
    if (!this.#release) await (this.#claiming ??= this.#claim());
    return value === undefined ? forget(this.#key) : keep(this.#key, value);
  }

  /** Lets the next visit, or another tab, take the draft over. */
  close(): void {
    this.#release?.();
    this.#release = undefined;
  }

  #fresh(): string {
    return `${this.#place}${Date.now().toString(36)}-${randomKey()}`;
  }

  /** A widget that left its page and came back: another tab may hold its draft now, then it starts one of its own. */
  async #claim(): Promise<void> {
    if (!(await this.#hold(this.#key))) await this.#hold((this.#key = this.#fresh()));
    this.#claiming = undefined;
  }

  #hold(key: string): Promise<boolean> {
    return new Promise((resolve) => {
      const held = () => new Promise<void>((release) => {
        this.#release = release;
        resolve(true);
      });
      if (navigator.locks) navigator.locks.request(`parvis/${key}`, { signal: AbortSignal.timeout(patience) }, held).catch(() => resolve(false));
      else void held();
    });
  }
}
