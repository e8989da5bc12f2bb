/**
 * Hashes of files that widgets load besides their own (W3C SRI). The build writes them here; it finds by these names who loads which file, so that they are
 * no constants before.
 */
const unknown = (): string => '';

/** Of `parvis-ballot-more.js`. */
export const moreIntegrity = /* @__PURE__ */ unknown();
/** Of `parvis-recount.js`. */
export const recountIntegrity = /* @__PURE__ */ unknown();
