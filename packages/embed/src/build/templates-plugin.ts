import { parseSync, Visitor, type Plugin } from 'vite';

/** Without comments and without the white space CSS does not need. White space inside values and selectors stays one space. */
export const minifyCss = (css: string): string =>
  css.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};]) ?/g, '$1').replace(/([:,]) /g, '$1').replaceAll(';}', '}');

/**
 * Runs of white space with a line break become one space. Browsers show them as one anyway, outside of `pre`; no run goes
 * away altogether, because a space between two words or buttons can be seen.
 */
export const minifyHtml = (html: string): string => html.replace(/<!--[^]*?-->/g, '').replace(/\s*\n\s*/g, ' ');

const minifiers: Record<string, (text: string) => string> = { css: minifyCss, html: minifyHtml, svg: minifyHtml };

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Shortens what lit's tagged templates say in our own sources; a minifier of JavaScript leaves strings alone. */
export function templatesPlugin(): Plugin {
  return {
    name: 'parvis-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return undefined;
      const edits = editsOf(code, id);
      return edits
        .sort((a, b) => b.start - a.start)
        .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
    },
  };
}

function editsOf(code: string, file: string): Edit[] {
  const edits: Edit[] = [];
  const visitor = new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      const minify = tag.type === 'Identifier' ? minifiers[tag.name] : undefined;
      if (!minify) return;
      for (const { value, start, end } of quasi.quasis) {
        const at = code.indexOf(value.raw, start);
        if (at < 0 || at > end) throw new Error(`${file}: the template at ${start} is not where the parser says`);
        edits.push({ start: at, end: at + value.raw.length, text: minify(value.raw) });
      }
    },
  });
  visitor.visit(parseSync(file, code).program);
  return edits;
}
