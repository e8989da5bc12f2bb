import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { themes } from '../../../packages/embed/src/looks/themes.ts';
import { tokens } from '../../../packages/widgets/src/shared/tokens.ts';
import { accentPair, weaknessOf } from './accent.ts';

const example = { accent: '#7a0b4f', look: '', scheme: '' } as const;

describe('The colour that a webmaster gives to buttons and links', () => {
  it('is accepted as the field itself proposes it, with every theme', () => {
    for (const look of ['', ...themes.map(({ name }) => name)]) assert.equal(weaknessOf({ ...example, look }), undefined, look);
    assert.equal(weaknessOf({ ...example, scheme: 'light' }), undefined);
  });

  it('is that of light where widgets go with the page: dark keeps that of the theme', () => {
    assert.deepEqual(accentPair(example), ['#7a0b4f', tokens.accent[1]]);
    const strong = themes.find(({ name }) => name === 'high-contrast');
    assert.deepEqual(accentPair({ ...example, look: 'high-contrast' }), ['#7a0b4f', strong?.colours.accent?.[1]]);
    assert.deepEqual(accentPair({ ...example, scheme: 'dark' }), ['#7a0b4f', '#7a0b4f']);
  });

  it('is an error under 4.5:1, a warning under 7:1, on the ground that it is used on', () => {
    const said = (accent: string, scheme: '' | 'light' | 'dark' = '') => {
      const found = weaknessOf({ accent, look: '', scheme });
      return found && `${found.kind} ${found.scheme}`;
    };
    assert.equal(said('#8fb4cf'), 'error light');
    assert.equal(said('#777777'), 'error light', '4.48:1 on white');
    assert.equal(said('#767676'), 'warning light', '4.54:1 on white');
    assert.equal(said('#7A0B4F', 'dark'), 'error dark');
    assert.equal(said('#8fcdf2', 'dark'), undefined);
    assert.equal(said('red'), undefined, 'what is no colour is told elsewhere');
  });
});
