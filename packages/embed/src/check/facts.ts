/** What was read off a page and off the network. Plain data, so that what is concluded from it can be tried without a browser. */
export interface Facts {
  /** Address of the page. */
  page: string;
  /** `lang` of `<html>`; empty: there is none. */
  lang: string;
  /** `href` of `<base>` as it is written. Absent: there is none. */
  base?: string | undefined;
  /** What relative addresses are meant from. */
  from: string;
  /** `<meta name="parvis-backend">`. */
  common?: string | undefined;
  /** Where the files of Parvis come from, with a slash at the end: as far as the page tells, else where this check came from. */
  folder?: string | undefined;
  scripts: readonly Script[];
  tags: readonly Tag[];
  /** Addresses of links to the pages of a Parvis server that stand outside a tag. */
  links: readonly string[];
  frames: readonly Frame[];
  /** Ids that several elements have. */
  doubles: readonly string[];
  /** True: the words `<parvis-…>` can be read on the page. */
  tagAsText: boolean;
  /** What this browser has not got that the widgets need. */
  lacks: readonly string[];
  /** What the page's Content-Security-Policy refused. */
  refusals: readonly Refusal[];
  answers: readonly Answer[];
}

/** A `<script>` of Parvis. */
export interface Script {
  src: string;
  /** `loader`, `ballot`, `all` … */
  name: string;
  /** `there`: it can be fetched. `refused`: a policy forbids it. `absent`: nothing comes. */
  state: 'there' | 'refused' | 'absent';
}

/** A `<parvis-…>` tag. */
export interface Tag {
  name: string;
  backend?: string | undefined;
  consultation: string;
  ballot: string;
  /** Level of its first heading. */
  level: number;
  /** Level of the heading before it. Absent: there is none. */
  before?: number | undefined;
  /** In CSS pixels. */
  width: number;
  /** Whether the browser knows what the tag is. */
  defined: boolean;
  /** What it says instead of its own content; absent: it is ready, or was not needed yet. */
  trouble?: string | undefined;
  /** Whether a link is inside, for who has no scripts. */
  fallback: boolean;
  /** Whether the loader made it of a link: what the page has is the link. */
  fromLink: boolean;
}

export interface Frame {
  src: string;
  title: string;
  /** `sandbox` as it is written. Absent: there is none. */
  sandbox?: string | undefined;
}

/** One violation of a Content-Security-Policy. */
export interface Refusal {
  /** `script-src`, `connect-src`, `frame-src`, `trusted-types`: without `-elem` or `-attr`. */
  directive: string;
  /** Address, or name of the Trusted Types policy. */
  what: string;
  /** The whole policy. */
  policy: string;
}

/** What a backend said. */
export interface Answer {
  /** Absolute, without a slash at the end; `static:` before that of a folder of files. */
  backend: string;
  /** `no-cors`: something is there, and does not let this page read it. */
  state: 'parvis' | 'other' | 'no-cors' | 'silent';
  /** Ids of its consultations with those of their ballots. */
  consultations: Readonly<Record<string, readonly string[]>>;
}
