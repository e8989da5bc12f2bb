import { randomKey } from '@parvis/contract/codes';
import { update } from '../shared/store.ts';

/** What is kept under one key: a draft per tab, the newest last. */
export type Drafts<T> = Readonly<Record<string, T>>;

/** How long to wait for a draft's owner to be gone: a page that reloads lets go a moment after the next one starts. */
const patience = 250;

/** All drafts with one of them changed, which makes it the newest; undefined takes it away. Nothing left: undefined. */
export function withDraft<T>(drafts: Drafts<T> | undefined, id: string, value: T | undefined): Drafts<T> | undefined {
  const { [id]: _, ...others } = drafts ?? {};
  const next = value === undefined ? others : { ...others, [id]: value };
  return Object.keys(next).length > 0 ? (next as Drafts<T>) : undefined;
}

/**
 * One tab's draft among those of every tab. Each is under an id of its own, and its tab holds a lock of that name
 * (Web Locks) for as long as it is open: two tabs never write over each other, and a draft whose lock is free has lost
 * its tab and goes to the next one that opens. Where there are no locks (no secure context) the newest draft moves to
 * the id of the tab that takes it; its first owner, if it is still there, keeps its text again with the next letter.
 */
export class Draft<T> {
  readonly #place: string;
  #id = randomKey();
  #release: (() => void) | undefined;
  #claiming: Promise<void> | undefined;

  constructor(place: string) {
    this.#place = place;
  }

  /** The newest draft that no open tab holds; undefined when there is none. */
  async open(): Promise<T | undefined> {
    for (const id of Object.keys(await this.#read()).reverse()) {
      if (!(await this.#hold(id))) continue;
      // Read again: its owner may have kept one more word, or sent it, before it let go.
      const value = (await this.#read())[id];
      if (value !== undefined) {
        if (navigator.locks) this.#id = id;
        else await update<Drafts<T>>(this.#place, (now) => withDraft(withDraft(now, id, undefined), this.#id, value));
        return value;
      }
      this.close();
    }
    await this.#hold(this.#id);
    return undefined;
  }

  /** Keeps this tab's draft; undefined takes it away. False: it lives only as long as the page. */
  async save(value: T | undefined): Promise<boolean> {
    if (!this.#release) await (this.#claiming ??= this.#claim());
    return update<Drafts<T>>(this.#place, (now) => withDraft(now, this.#id, value));
  }

  /** Lets the next visit, or another tab, take the draft over. */
  close(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** A widget that left its page and came back: another tab may hold its draft now, then it starts one of its own. */
  async #claim(): Promise<void> {
    if (!(await this.#hold(this.#id))) await this.#hold((this.#id = randomKey()));
    this.#claiming = undefined;
  }

  async #read(): Promise<Drafts<T>> {
    let drafts: Drafts<T> = {};
    await update<Drafts<T>>(this.#place, (now) => now && (drafts = now));
    return drafts;
  }

  #hold(id: string): Promise<boolean> {
    return new Promise((resolve) => {
      const held = () => new Promise<void>((release) => {
        this.#release = release;
        resolve(true);
      });
      if (navigator.locks) navigator.locks.request(`parvis-draft-${id}`, { signal: AbortSignal.timeout(patience) }, held).catch(() => resolve(false));
      else void held();
    });
  }
}
