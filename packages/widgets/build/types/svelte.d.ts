import type { HTMLAttributes } from 'svelte/elements';
import type { Handlers, ParvisElements, ParvisProps } from './tags.js';

type Tags = { [Tag in keyof ParvisProps]: Omit<HTMLAttributes<ParvisElements[Tag]>, keyof ParvisProps[Tag]> & ParvisProps[Tag] & Handlers<Tag> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
