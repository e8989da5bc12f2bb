import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookCss } from '../../../packages/embed/src/looks/css.ts';
import { themes } from '../../../packages/embed/src/looks/themes.ts';
import { differing, valuesOf, weakPairs } from './look.ts';

describe('A look that somebody tries', () => {
  it('says nothing while nothing was changed, and what was changed afterwards', () => {
    const values = valuesOf('');
    assert.equal(lookCss(differing(values), ':root'), '');
    values.colours.accent[0] = '#7a0b4f';
    values.measures['space'] = '1em';
    assert.equal(lookCss(differing(values), ':root').split('@supports')[0], ':root {\n  --parvis-accent: #7a0b4f;\n  --parvis-focus: #0b4f7a;\n  --parvis-space: 1em;\n}\n');
  });

  it('begins with a theme and says the same as its file', () => {
    for (const theme of themes) assert.equal(lookCss(differing(valuesOf(theme.name))), lookCss(theme), theme.name);
  });

  it('is warned about contrasts that are too low, the worst first', () => {
    assert.deepEqual(weakPairs(valuesOf('')), []);
    assert.deepEqual(weakPairs(valuesOf('high-contrast')), []);
    const values = valuesOf('');
    values.colours.text[0] = '#cccccc';
    const [worst] = weakPairs(values);
    assert.equal(worst?.kind, 'text');
    assert.equal(worst?.scheme, 'light');
    assert.ok(worst && worst.a === 'text' && worst.found < 2);
    assert.ok(weakPairs(valuesOf('french-state')).every(({ kind, found }) => kind === 'text' && found >= 4.5));
  });
});
