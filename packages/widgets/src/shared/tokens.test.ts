import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrast } from './contrast.ts';
import { linePairs, textPairs, tokens } from './tokens.ts';

describe('The colours of the widgets', () => {
  it('the contrast is computed as WCAG does: 21 for black on white, 1 for a colour on itself', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#656d79', '#656d79'), 1);
    assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
  });

  it('are read whole: a light and a dark one for each', () => {
    assert.equal(Object.keys(tokens).length, 14);
    for (const pair of Object.values(tokens)) for (const colour of pair) assert.match(colour, /^#[0-9a-f]{6}$/);
  });

  for (const [index, theme] of ['light', 'dark'].entries()) {
    for (const [text, on] of textPairs) {
      it(`${theme}: ${text} on ${on} can be read by everybody (7:1)`, () => {
        const found = contrast(tokens[text][index] as string, tokens[on][index] as string);
        assert.ok(found >= 7, `${found}`);
      });
    }
    for (const [line, on] of linePairs) {
      it(`${theme}: ${line} on ${on} can be seen (3:1)`, () => {
        assert.ok(contrast(tokens[line === 'focus' ? 'accent' : line][index] as string, tokens[on][index] as string) >= 3);
      });
    }
  }
});
