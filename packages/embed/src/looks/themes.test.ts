import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { contrast, linePairs, textPairs, tokens, type Colour } from '@parvis/widgets/tokens';
import { lookCss, themeCss } from './css.ts';
import { themes, type Theme } from './themes.ts';

const dist = new URL('../../dist/', import.meta.url);

/** The colour that a widget under this theme has. */
const colourOf = ({ colours }: Theme, name: Colour | 'focus', index: number): string =>
  (colours[name] ?? (name === 'focus' ? (colours.accent ?? tokens.accent) : tokens[name]))[index] as string;

for (const theme of themes) {
  describe(`The theme ${theme.name}`, () => {
    for (const [index, scheme] of ['light', 'dark'].entries()) {
      it(`${scheme}: every text has a contrast of ${theme.least.text}:1 or more`, () => {
        const weak = textPairs.map(([text, on]) => ({ text, on, found: contrast(colourOf(theme, text, index), colourOf(theme, on, index)) }));
        assert.deepEqual(weak.filter(({ found }) => found < theme.least.text), []);
      });

      it(`${scheme}: every line that says something has a contrast of ${theme.least.line}:1 or more`, () => {
        const weak = linePairs.map(([line, on]) => ({ line, on, found: contrast(colourOf(theme, line, index), colourOf(theme, on, index)) }));
        assert.deepEqual(weak.filter(({ found }) => found < theme.least.line), []);
      });
    }

    it('is a file whose integrity hash is published', async () => {
      const text = await readFile(new URL(`themes/${theme.name}.css`, dist), 'utf8');
      assert.equal(text, themeCss(theme));
      const { files } = JSON.parse(await readFile(new URL('integrity.json', dist), 'utf8')) as { files: Record<string, string> };
      assert.equal(files[`themes/${theme.name}.css`], `sha384-${createHash('sha384').update(text).digest('base64')}`);
    });

    it('says nothing of anything but the widgets, and gives way to whatever the page says', async () => {
      const css = themeCss(theme).replace(/\/\*.*?\*\//gs, '');
      assert.deepEqual([...css.matchAll(/([\w-]+): /g)].map(([, name]) => name).filter((name) => !name?.startsWith('--parvis-') && name !== 'color'), []);
      assert.deepEqual(new Set([...css.matchAll(/^ *([^@\s].*) \{$/gm)].map(([, selector]) => selector)), new Set([':where(:root)']));
    });
  });
}

describe('The style sheet of a look', () => {
  it('says the light colours first, then both where the browser knows how to choose', () => {
    assert.equal(
      lookCss({ colours: { accent: ['#111111', '#eeeeee'] }, measures: { radius: '0' } }, '.side'),
      '.side {\n  --parvis-accent: #111111;\n  --parvis-radius: 0;\n}\n@supports (color: light-dark(red, red)) {\n  .side {\n    --parvis-accent: light-dark(#111111, #eeeeee);\n  }\n}\n',
    );
  });

  it('has no rule for both where they are the same, and none at all where nothing is said', () => {
    assert.equal(lookCss({ colours: { accent: ['#111111', '#111111'] }, measures: {} }, 'a'), 'a {\n  --parvis-accent: #111111;\n}\n');
    assert.equal(lookCss({ colours: {}, measures: {} }), '');
  });
});
