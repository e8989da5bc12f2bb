/** The top of the site, with a slash at its end: it works in any folder of any host. */
export const top = new URL('..', import.meta.url).href;
