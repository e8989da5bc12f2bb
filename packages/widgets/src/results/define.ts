import { defineOnce } from '../shared/define.ts';
import { ParvisResults } from './results.ts';

/** Votes are counted in the page, unless it was told before how to do it in a worker; see `workerCounter`. */
ParvisResults.loadPart ??= async () => {
  const { createPart, pageCounter, serveCounting } = await import('./recount.ts');
  return createPart({ startCounter: async () => pageCounter(serveCounting) });
};
defineOnce('parvis-results', ParvisResults);

declare global {
  interface HTMLElementTagNameMap {
    'parvis-results': ParvisResults;
  }
}
