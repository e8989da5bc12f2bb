import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokens } from './tokens.css.ts';

type Token = keyof typeof tokens;

/** Relative luminance (WCAG 2.2) of `#rrggbb`. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What is written on what, in any widget. */
const texts: [text: Token, on: Token][] = [
  ['text', 'surface'], ['text', 'surface-2'], ['text-2', 'surface'], ['text-2', 'surface-2'],
  ['accent', 'surface'], ['accent', 'accent-2'], ['text', 'accent-2'], ['surface', 'accent'],
  ...(['ok', 'warn', 'error'] as const).flatMap((kind): [Token, Token][] => [[kind, 'surface'], [kind, `${kind}-2`], ['text', `${kind}-2`], ['text-2', `${kind}-2`], ['accent', `${kind}-2`]]),
];
/** Lines, edges and rings that say something, and what they lie on. */
const lines: [line: Token, on: Token][] = [
  ['line-strong', 'surface'], ['line-strong', 'surface-2'], ['accent', 'surface'], ['accent', 'surface-2'], ['accent', 'accent-2'],
  ['ok', 'ok-2'], ['warn', 'warn-2'], ['error', 'error-2'], ['error', 'surface'],
];

describe('The colours of the widgets', () => {
  it('the contrast is computed as WCAG does: 21 for black on white, 1 for a colour on itself', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#656d79', '#656d79'), 1);
    assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
  });

  for (const [index, theme] of ['light', 'dark'].entries()) {
    for (const [text, on] of texts) {
      it(`${theme}: ${text} on ${on} can be read by everybody (7:1)`, () => {
        assert.ok(contrast(tokens[text][index] as string, tokens[on][index] as string) >= 7, `${contrast(tokens[text][index] as string, tokens[on][index] as string)}`);
      });
    }
    for (const [line, on] of lines) {
      it(`${theme}: ${line} on ${on} can be seen (3:1)`, () => {
        assert.ok(contrast(tokens[line][index] as string, tokens[on][index] as string) >= 3);
      });
    }
  }
});
