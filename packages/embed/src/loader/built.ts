/** Stands for these very files in their addresses, so that browsers may keep them. The build writes it in. */
export const build = '';
