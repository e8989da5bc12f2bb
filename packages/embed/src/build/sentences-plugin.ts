import { parseSync, Visitor, type Plugin } from 'vite';
import { applyEdits, type Edit } from './edits.ts';
import type { Words } from './words.ts';

/** Leaves out of `shared.messages.ts` the sentences that a file's code never asks for. Other languages are files of their own and stay whole. */
export function sentencesPlugin(words: Words): Plugin {
  return {
    name: 'parvis-sentences',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]shared\.messages\.ts$/.test(id)) return undefined;
      const edits: Edit[] = [];
      let depth = 0;
      const visitor = new Visitor({
        ObjectExpression() {
          depth++;
        },
        'ObjectExpression:exit'() {
          depth--;
        },
        Property({ key, start, end }) {
          // Depth 1: a sentence; deeper: one of its plural forms.
          if (depth !== 1 || key.type !== 'Identifier' || words.has(key.name)) return;
          edits.push({ start, end: code[end] === ',' ? end + 1 : end, text: '' });
        },
      });
      visitor.visit(parseSync(id, code).program);
      return applyEdits(code, edits);
    },
  };
}
