/** Hashes of files that widgets load besides their own (W3C SRI). The build writes them here. */
/** Of `parvis-ballot-more.js`. */
export const moreIntegrity: string = '';
/** Of `parvis-recount.js`. */
export const recountIntegrity: string = '';
