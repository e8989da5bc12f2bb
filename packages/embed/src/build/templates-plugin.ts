import { parseSync, Visitor, type Plugin } from 'vite';
import { dropRules, minifyCss } from './css.ts';
import { applyEdits, type Edit } from './edits.ts';
import type { Words } from './words.ts';

/**
 * Runs of white space with a line break become one space. Browsers show them as one anyway, outside of `pre`; no run goes
 * away altogether, because a space between two words or buttons can be seen.
 */
export const minifyHtml = (html: string): string => html.replace(/<!--[^]*?-->/g, '').replace(/\s*\n\s*/g, ' ');

/**
 * Shortens what lit's tagged templates say in our own sources; a minifier of JavaScript leaves strings alone.
 * @param words what the file's code speaks of; rules for classes it never names are left out
 */
export function templatesPlugin(words?: Words): Plugin {
  return {
    name: 'parvis-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return undefined;
      return applyEdits(code, editsOf(code, id, words));
    },
  };
}

function editsOf(code: string, file: string, words: Words | undefined): Edit[] {
  const edits: Edit[] = [];
  const visitor = new Visitor({
    TaggedTemplateExpression({ tag, quasi: { quasis } }) {
      const kind = tag.type === 'Identifier' ? tag.name : '';
      if (kind !== 'css' && kind !== 'html' && kind !== 'svg') return;
      for (const { value, start, end } of quasis) {
        const at = code.indexOf(value.raw, start);
        if (at < 0 || at > end) throw new Error(`${file}: the template at ${start} is not where the parser says`);
        const css = kind === 'css' ? minifyCss(value.raw) : '';
        // Between values there may be half a rule: such a style sheet stays whole.
        const whole = css && words && quasis.length === 1 ? dropRules(css, words.mayShow) : css;
        edits.push({ start: at, end: at + value.raw.length, text: kind === 'css' ? whole : minifyHtml(value.raw) });
      }
    },
  });
  visitor.visit(parseSync(file, code).program);
  return edits;
}
