import { createMemoryBackend } from '@parvis/adapters/memory';
import { registerAdapter } from '../index.ts';

/**
 * `backend="demo:consultation.json"`: a consultation tried in the page itself, without a server. The address is that of the
 * organiser's file, relative to the page; what residents do lives in the page's memory and is gone with it.
 */
registerAdapter('demo', async (address) => {
  const file = new URL(address.slice('demo:'.length), document.baseURI);
  const answer = await fetch(file, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`no consultation file at ${file.href}. Write backend="demo:ADDRESS-OF-THE-FILE.json".`);
  return createMemoryBackend([await answer.json()]);
});
