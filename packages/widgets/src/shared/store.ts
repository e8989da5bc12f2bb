import { randomKey } from '@parvis/contract/codes';

/**
 * What stays on the device: drafts, keys of acts under way, the device's mark. IndexedDB, because localStorage loses what
 * was saved just before a browser is killed. Where storage is forbidden (private mode), a map keeps it until the page closes.
 */
const memory = new Map<string, unknown>();
let opened: Promise<IDBDatabase> | undefined;
let database: IDBDatabase | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('parvis', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('kept');
    request.onsuccess = () => {
      // A phone that slept may have closed it: the next call opens it again.
      request.result.onclose = () => (database = opened = undefined);
      resolve((database = request.result));
    };
    request.onerror = request.onblocked = () => reject(request.error);
  });
  return opened;
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  // At once where it can be: a page that goes away (`pagehide`) does not wait for promises.
  const transaction = (database ?? (await open())).transaction('kept', mode, { durability: 'strict' });
  const request = act(transaction.objectStore('kept'));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

/** Keeps a value. False: it lives only as long as the page. What is kept while the page goes away (`pagehide`) arrives as well. */
export async function keep(key: string, value: unknown): Promise<boolean> {
  try {
    await run('readwrite', (store) => {
      const request = store.put(value, key);
      // A page that goes takes along what is not committed.
      store.transaction.commit();
      return request;
    });
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, value);
    return false;
  }
}

/** A kept value; undefined when there is none. */
export async function kept<T>(key: string): Promise<T | undefined> {
  try {
    return ((await run('readonly', (store) => store.get(key))) as T | undefined) ?? (memory.get(key) as T | undefined);
  } catch {
    return memory.get(key) as T | undefined;
  }
}

/** False: the device does not let us. */
export const forget = (key: string): Promise<boolean> => update(key, () => undefined);

/** The keys that begin with a prefix, in their order. */
export async function keysUnder(prefix: string): Promise<string[]> {
  try {
    return (await run('readonly', (store) => store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))) as string[];
  } catch {
    return [...memory.keys()].filter((key) => key.startsWith(prefix)).sort();
  }
}

/**
 * Changes what is kept in one transaction, so that two tabs never undo each other's change.
 * @param change gets what is kept now; what it gives back is kept instead, undefined removes it
 * @returns false: it lives only as long as the page
 */
export async function update<T>(key: string, change: (now: T | undefined) => T | undefined): Promise<boolean> {
  const earlier = () => memory.get(key) as T | undefined;
  try {
    await run('readwrite', (store) => {
      const read = store.get(key) as IDBRequest<T | undefined>;
      read.onsuccess = () => {
        const next = change(read.result ?? earlier());
        if (next === undefined) store.delete(key);
        else store.put(next, key);
      };
      return read;
    });
    memory.delete(key);
    return true;
  } catch {
    const next = change(earlier());
    if (next === undefined) memory.delete(key);
    else memory.set(key, next);
    return false;
  }
}

/** This device's mark: a random secret, made once, that names nobody. Two tabs that start together get the same. */
export async function deviceMark(): Promise<string> {
  let mark = randomKey();
  await update<string>('mark', (now) => (mark = now ?? mark));
  return mark;
}
