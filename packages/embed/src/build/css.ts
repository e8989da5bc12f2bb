/**
 * Without comments, quotes around plain words, and the white space CSS does not need. White space inside values and
 * selectors stays one space.
 */
export const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/-size ([<>]=?) (?=\d)/g, '-size$1')
    .replace(/\[([a-z-]+[~|^$*]?)=(['"])([A-Za-z][\w-]*)\2\]/g, '[$1=$3]')
    .replaceAll(';}', '}')
    .trim();

/** Without the rules that need a class or an element nobody uses. `css` is a whole style sheet, minified. */
export function dropRules(css: string, isUsed: (name: string) => boolean): string {
  let kept = '';
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf('{', at);
    if (open < 0) return kept + css.slice(at);
    const close = endOfBlock(css, open);
    const prelude = css.slice(at, open);
    const body = css.slice(open + 1, close);
    at = close + 1;
    if (/^@(media|supports|container)/.test(prelude)) {
      const inner = dropRules(body, isUsed);
      if (inner) kept += `${prelude}{${inner}}`;
    } else if (prelude.startsWith('@')) kept += `${prelude}{${body}}`;
    else {
      const selectors = splitSelectors(prelude).filter((selector) => namesNeeded(selector).every(isUsed));
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`;
    }
  }
  return kept;
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === '{') depth++;
    if (css[i] === '}' && --depth === 0) return i;
  }
  throw new Error(`a block is not closed: ${css.slice(open, open + 80)}`);
}

/** At the commas outside of parentheses. */
const splitSelectors = (prelude: string): string[] => prelude.split(/,(?![^()]*\))/);

/** What stands in `:is(…)`, `:not(…)` or `[…]` is one of several, what must not be, or no name. */
const namesNeeded = (selector: string): string[] => {
  const outside = selector.replace(/\([^()]*(\([^()]*\)[^()]*)*\)|\[[^\]]*\]/g, '');
  return [...outside.matchAll(/(?<![\w:-])(-?[A-Za-z_][\w-]*)/g)].map((match) => match[1] ?? '');
};
