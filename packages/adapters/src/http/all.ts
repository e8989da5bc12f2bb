import type { Backend } from '@parvis/contract';
import { backend, groups } from '@parvis/contract/operations';
import { httpBackend as build } from './client.ts';
import type { HttpOptions } from './client.ts';
import { withEtags } from './etags.ts';

/** The HTTP adapter with every verb of the contract and reuse by ETag; see `httpBackend` of `@parvis/adapters/http` for a part of them. */
export function httpBackend(base: string | URL, options: HttpOptions = {}): Backend {
  const { backend: own, ...offered } = build(base, { backend, ...groups }, { ...options, fetch: withEtags(options.fetch) });
  return { ...own, ...offered };
}
