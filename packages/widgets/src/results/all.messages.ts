import { part } from './part.messages.ts';
import { fr as always } from './results.messages.ts';

/** Every sentence of the results: other languages have all of them in one file. */
export const fr = { ...always, ...part } as const;
