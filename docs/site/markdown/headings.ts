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

/** A page from one heading to the next; what stands above the first heading has none. */
export interface Part {
  heading?: Heading;
  text: string;
}

/** Cuts a page of Markdown at its headings; what looks like one in a block of code is none. */
export function splitAtHeadings(markdown: string): Part[] {
  const next = slugger();
  const parts: Part[] = [{ text: '' }];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const [, marks] = /^(```+|~~~+)/.exec(line) ?? [];
    if (marks !== undefined && (fence === undefined || line.trimEnd() === fence)) fence = fence === undefined ? marks : undefined;
    const [, level, title] = (fence === undefined && /^(#{1,6}) (.+?)#*$/.exec(line)) || [];
    if (level !== undefined && title !== undefined) parts.push({ heading: { level: level.length, text: plain(title), slug: next(title) }, text: '' });
    else (parts.at(-1) as Part).text += `${line}\n`;
  }
  return parts.filter(({ heading, text }) => heading !== undefined || text.trim() !== '');
}

/** Every heading of a page of Markdown, in order. */
export const headingsOf = (markdown: string): Heading[] => splitAtHeadings(markdown).flatMap(({ heading }) => heading ?? []);
