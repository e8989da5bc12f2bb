import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minifyHtml } from './templates-plugin.ts';

describe('Templates get shorter and look the same', () => {
  it('makes one space of a line break with its indentation, and never none', () => {
    assert.equal(minifyHtml('<p>\n    <b>a</b>\n    <i>b</i>  c\n  </p>'), '<p> <b>a</b> <i>b</i>  c </p>');
  });
});
