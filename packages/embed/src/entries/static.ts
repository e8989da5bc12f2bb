import { staticBackend } from '@parvis/adapters/static';
import type { ParvisElement } from '@parvis/widgets/shared';
import { registerAdapter } from '../index.ts';
import { waiting } from '../static/waiting.ts';

const folders = new Map<string, ReturnType<typeof staticBackend>>();

/** `backend="static:https://…/data/"`, or relative to the page: a folder that `parvis export --static` wrote. All widgets of the page share what was read of it. */
registerAdapter('static', (address) => {
  const folder = new URL(address.slice('static:'.length), document.baseURI).href;
  const backend = folders.get(folder) ?? staticBackend(folder);
  folders.set(folder, backend);
  return backend;
});

// Widgets that came before this file did not know what such an address is.
for (const tag of waiting(document)) void (tag as Partial<ParvisElement>).reload?.();
