import { fr as own } from './ballot.messages.ts';
import { fr as more } from './more.messages.ts';

/** Everything a ballot says, whichever file it travels in: other languages have it in one. */
export const fr = { ...own, ...more };
