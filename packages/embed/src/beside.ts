import { ParvisError } from '@parvis/contract/errors';
import { policy } from './lit/policy.ts';

/**
 * Runs a script that lies beside this file, if it is the very one this file was built with. An element, because an import
 * checks no hash; not a module, because a module that could not be fetched is never fetched again.
 * @param integrity its hash (W3C SRI), part of this file and so covered by this file's own
 * @throws ParvisError `offline` when it does not come, or is another one; a later call tries anew
 */
export function runBeside(name: string, integrity: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const address = new URL(name, import.meta.url).href;
    const script = document.createElement('script');
    const src = policy?.createScriptURL(address) ?? address;
    Object.assign(script, { integrity, crossOrigin: '', src, onload: resolve, onerror: () => reject(new ParvisError('offline')) });
    document.head.append(script);
  });
}
