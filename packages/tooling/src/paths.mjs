import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top folder of the checkout, without a slash at the end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** Ignored folder that holds Node, pnpm, stamps and locks. */
export const tools = join(root, '.tools');
