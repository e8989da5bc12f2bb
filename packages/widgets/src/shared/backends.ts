import type { PartialBackend } from '@parvis/contract';

/** Makes a backend from an address such as `demo:bp-2026`. */
export type AdapterLoader = (address: string) => PartialBackend | Promise<PartialBackend>;

const key = Symbol.for('parvis.adapters');
// On a shared symbol, so that widget files loaded separately know the same adapters.
const page = globalThis as { [key]?: Map<string, AdapterLoader> };
const adapters = (page[key] ??= new Map<string, AdapterLoader>());

/** Teaches every widget of the page an address scheme: `registerAdapter('demo', …)` for `backend="demo:bp-2026"`. */
export const registerAdapter = (scheme: string, loader: AdapterLoader): void => void adapters.set(scheme.toLowerCase(), loader);

/** What the page says for all its widgets. */
export const pageBackend = (): string | undefined => document.querySelector<HTMLMetaElement>('meta[name="parvis-backend"]')?.content;

/**
 * The backend an element means: an object; an address with a registered scheme; a web address, absolute or relative to
 * the page; or what the page says for all its widgets in `<meta name="parvis-backend">`.
 * @throws TypeError for what a webmaster must mend; said on the console, never to residents
 */
export async function findBackend(
  given: string | PartialBackend | undefined,
  connect: ((base: URL) => PartialBackend) | undefined,
): Promise<PartialBackend> {
  if (typeof given === 'object') return given;
  const address = given || pageBackend();
  if (!address) throw new TypeError('Add backend="https://…" to the tag, or <meta name="parvis-backend" content="https://…">.');
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(address) ?? [];
  const loader = adapters.get(scheme.toLowerCase());
  if (loader) return loader(address);
  if (!connect || !/^(https?)?$/i.test(scheme)) throw new TypeError(`no adapter for backend="${address}". Call registerAdapter before.`);
  return connect(new URL(address, document.baseURI));
}
