/** Text without the blocks of code, whose signs are no headings and no links. */
export const withoutCode = (markdown: string): string => markdown.replace(/^(```+|~~~+).*?^\1/gms, '');

/** The words of a heading or a cell without their marks: `**bold**`, `code`, links. */
export const plain = (markdown: string): string =>
  markdown.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\\([\\`*_<>[\]])/g, '$1').replace(/[`*]/g, '').trim();

/** The fragment of a heading, as GitHub and GitLab make it, so that links work in a forge and in the site. */
export const slug = (heading: string): string => plain(heading).toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');

/** Gives each heading of one page its fragment; the second of the same name gets `-1`. */
export function slugger(): (heading: string) => string {
  const seen = new Map<string, number>();
  return (heading) => {
    const name = slug(heading);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  };
}

export interface Heading {
  level: number;
  text: string;
  slug: string;
}

/** Every heading of a page of Markdown, in order. */
export function headingsOf(markdown: string): Heading[] {
  const next = slugger();
  return Array.from(withoutCode(markdown).matchAll(/^(#{1,6}) (.+?)#*$/gm), ([, marks = '', text = '']) => ({ level: marks.length, text: plain(text), slug: next(text) }));
}
