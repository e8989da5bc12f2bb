import type { ResultsPart } from '@parvis/widgets/results';

/** Where `parvis-recount.js` leaves, in a page, what makes the part of the results. */
export const recountKey = Symbol.for('parvis.recount');

/** `file`, `integrity`: its own address and hash, to start it once more in a worker. `trusted`: an address as a page with Trusted Types asks for it. */
export type MakePart = (file: string, integrity: string, trusted: (address: string) => string) => ResultsPart;
