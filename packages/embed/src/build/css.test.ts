import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dropRules, minifyCss } from './css.ts';

describe('Style sheets get shorter and mean the same', () => {
  it('loses comments and white space, but not the space that separates selectors or values', () => {
    assert.equal(
      minifyCss('\n  /* why */ .a .b , .c:not(.d) > p {\n margin: 0 calc(1em + 2px) ;\n color : red;\n }\n'),
      '.a .b ,.c:not(.d) > p{margin:0 calc(1em + 2px);color :red}',
    );
  });

  it('loses quotes around words that need none', () => {
    assert.equal(minifyCss("[type='text'], [lang|=\"fr\"], [tabindex='-1'], [href^='http:']"), "[type=text],[lang|=fr],[tabindex='-1'],[href^='http:']");
  });

  it('keeps a rule as long as one of its selectors may match', () => {
    const used = (name: string) => name !== 'gone';
    assert.equal(dropRules('.gone{a:b}.here,.gone p{c:d}h1{e:f}', used), '.here{c:d}h1{e:f}');
    assert.equal(dropRules('.here .gone::before{a:b}:is(.gone,.here){c:d}:not(.gone){e:f}', used), ':is(.gone,.here){c:d}:not(.gone){e:f}');
  });

  it('leaves out what is said of elements that no template has, but not of states, pseudo-elements or attributes', () => {
    const used = (name: string) => name !== 'table';
    assert.equal(dropRules('p,table,ul{a:b}table td{c:d}a[href^=table]::after{e:f}p:hover{g:h}', used), 'p,ul{a:b}a[href^=table]::after{e:f}p:hover{g:h}');
  });

  it('looks into conditions and leaves out those that are empty, but not into animations', () => {
    const used = (name: string) => name !== 'gone';
    assert.equal(dropRules('@media print{.gone{a:b}.here{c:d}}@container pv (inline-size<30em){.gone{a:b}}', used), '@media print{.here{c:d}}');
    assert.equal(dropRules('@keyframes x{0%{a:b}}', used), '@keyframes x{0%{a:b}}');
  });

  it('says so when a block is not closed', () => {
    assert.throws(() => dropRules('.a{b:c', () => true), /not closed/);
  });
});
