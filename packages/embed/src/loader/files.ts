import { build } from './built.ts';

const asked = new Set<string>();
let policy: { createScriptURL(address: string): string } | undefined;
const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(address: string): string } } };

/**
 * Fetches the file of a widget once. One that did not come may be asked for again.
 * @param folder its address, with a slash at the end
 * @param nonce what the page gave the loader to run (Content-Security-Policy)
 */
export function loadFile(tag: string, folder: string, nonce: string | undefined): void {
  if (asked.has(tag)) return;
  asked.add(tag);
  // Only now: a page that carries the loader twice allows one policy of a name.
  policy ??= trustedTypes?.createPolicy('parvis-loader', { createScriptURL: (address: string) => address });
  const address = `${folder}${tag}.js?${build}`;
  const src = policy?.createScriptURL(address) ?? address;
  document.head.append(Object.assign(document.createElement('script'), { type: 'module', nonce, src, onerror: () => asked.delete(tag) }));
}
