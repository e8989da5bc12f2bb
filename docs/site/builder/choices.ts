import { Id } from '../../../packages/contract/src/schemas/common.ts';
import { themes } from '../../../packages/embed/src/looks/themes.ts';

/** The widgets, with the page of the server that shows the same, and whether one ballot has to be named. */
export const widgets = {
  ballot: { page: 'vote', ballot: true },
  results: { page: 'results', ballot: true },
  'proposal-form': { page: 'propose', ballot: false },
  faq: { page: 'faq', ballot: false },
  feedback: { page: 'feedback', ballot: false },
} as const;
export type Widget = keyof typeof widgets;

/** What a webmaster chooses, as they typed it. */
export interface Choices {
  widget: Widget;
  /** Address of the server. */
  backend: string;
  consultation: string;
  /** Only where the widget shows one ballot. */
  ballot: string;
  /** Words of the link; empty: the usual ones. */
  text: string;
  /** Language of the widget; empty: that of the page. */
  lang: '' | 'fr' | 'en' | 'ar';
  heading: '1' | '2' | '3' | '4' | '5' | '6';
  /** Name of a theme; empty: the default look. */
  look: string;
  /** Empty: as the page. */
  scheme: '' | 'light' | 'dark';
  /** A colour for what can be used or is chosen, as `#rrggbb`; empty: that of the look. */
  accent: string;
}

/** What the form begins with: nothing is filled in, so that nobody pastes somebody else's address. */
export const start: Choices = { widget: 'ballot', backend: '', consultation: '', ballot: '', text: '', lang: '', heading: '2', look: '', scheme: '', accent: '' };

/** Stands where nothing has been typed yet. */
export const example = { backend: 'https://participer.ville.example', consultation: 'bp-2026', ballot: 'vote' } as const;

const allowed: { readonly [Name in keyof Choices]?: readonly string[] } = {
  widget: Object.keys(widgets), lang: ['', 'fr', 'en', 'ar'], heading: ['1', '2', '3', '4', '5', '6'], look: ['', ...themes.map(({ name }) => name)], scheme: ['', 'light', 'dark'],
};

export type Field = 'backend' | 'consultation' | 'ballot' | 'accent';
export type Problem = 'missing' | 'address' | 'id' | 'colour';

/** Problems of what was typed, in the order of the form. Empty fields are `missing`. */
export function problemsOf(choices: Choices): Map<Field, Problem> {
  const found = new Map<Field, Problem>();
  const { backend, consultation, ballot, accent } = choices;
  if (backend === '') found.set('backend', 'missing');
  else if (serverOf(backend) === undefined) found.set('backend', 'address');
  if (consultation === '') found.set('consultation', 'missing');
  else if (!isId(consultation)) found.set('consultation', 'id');
  if (widgets[choices.widget].ballot) {
    if (ballot === '') found.set('ballot', 'missing');
    else if (!isId(ballot)) found.set('ballot', 'id');
  }
  if (accent !== '' && !/^#[0-9a-f]{6}$/i.test(accent)) found.set('accent', 'colour');
  return found;
}

/** As the contract has it: letters without accents, digits and `. _ ~ -`, at most 100. */
const isId = (text: string): boolean => Id.safeParse(text).success;

/** The address without a slash at its end. Undefined: it is none that a page can load from. */
export function serverOf(text: string): string | undefined {
  if (!/^https?:\/\/[^\s"'<>\\?#]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const { username, password } = new URL(text);
  return username || password ? undefined : text.replace(/\/+$/, '');
}

/** What goes into the snippets: what was typed where it can be used, the example elsewhere. */
export function usable(choices: Choices): Choices {
  const problems = problemsOf(choices);
  const or = (field: keyof typeof example) => (problems.has(field) ? example[field] : choices[field]);
  return {
    ...choices,
    backend: serverOf(choices.backend) ?? example.backend,
    consultation: or('consultation'),
    ballot: widgets[choices.widget].ballot ? or('ballot') : '',
    accent: problems.has('accent') ? '' : choices.accent,
  };
}

/** The choices as the fragment of an address, without `#`: only what differs from the start. */
export function toFragment(choices: Choices): string {
  const changed = Object.entries(choices).filter(([name, value]) => value !== start[name as keyof Choices]);
  return new URLSearchParams(changed).toString();
}

/** Reads such a fragment. What it does not know, or may not be, stays as at the start. */
export function fromFragment(fragment: string): Choices {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const read = Object.entries(start).map(([name, usual]) => {
    const value = given.get(name)?.slice(0, 500);
    const possible = allowed[name as keyof Choices];
    return [name, value === undefined || (possible && !possible.includes(value)) ? usual : value];
  });
  return Object.fromEntries(read) as Choices;
}
