/** Hash of `parvis-ballot-more.js` (W3C SRI). The build writes it here. */
export const moreIntegrity: string = '';
