/** The top of the site, with a slash at its end: it works in any folder of any host. The address is that of the built file, so the build leaves it as it is. */
export const top = new URL(/* @vite-ignore */ '..', import.meta.url).href;
