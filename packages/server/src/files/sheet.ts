import { html } from 'hono/html';
import { french } from '../pages/frame.words.ts';
import { skeleton, type Skeleton } from '../pages/skeleton.ts';

export interface Sheet extends Pick<Skeleton, 'title' | 'headed' | 'trail' | 'content'> {
  /** The way to the folder of all pages, without a slash at its end. */
  root: string;
}

/** A page among files: one style sheet beside it, no script, every link relative, so that it works below any address. */
export const sheet = ({ root, ...page }: Sheet): string => String(skeleton({
  ...page,
  lang: 'fr',
  say: french,
  head: html`<link rel="stylesheet" href="${root}/parvis.css">
<link rel="icon" href="data:,">`,
}));
