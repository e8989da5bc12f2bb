import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';

/** A value kept in one JSON file. Changes are made one after the other, and each is wholly on the disk or not at all. */
export class JsonFile<T> {
  #value: T;
  #last: Promise<unknown> = Promise.resolve();
  readonly #path: string;

  constructor(path: string, empty: T) {
    this.#path = path;
    this.#value = load(path) ?? empty;
  }

  get value(): Readonly<T> {
    return this.#value;
  }

  /** Changes a copy, writes it, and only then makes it the value. When `change` throws, nothing has happened. */
  change<R>(change: (copy: T) => R): Promise<R> {
    const turn = this.#last.then(async () => {
      const copy = structuredClone(this.#value);
      const result = change(copy);
      await write(this.#path, JSON.stringify(copy));
      this.#value = copy;
      return result;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

function load<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file beside it is written and flushed, then takes its name: a reader finds the old one or the new one. */
async function write(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
