import assert from 'node:assert/strict';
import { it } from 'node:test';
import { csvLine } from './csv.ts';

it('What residents wrote never becomes a formula in a spreadsheet', () => {
  for (const text of ['=1+1', '+33 1', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '＠SUM(A1)', '\n=1', '\rx']) assert.match(csvLine([text]), /^"?'/, text);
  assert.equal(csvLine(['a=b', 3, -3, null]), 'a=b;3;-3;\r\n');
});

it('Decimals have the comma that such a spreadsheet reads', () => {
  assert.equal(csvLine([0.5, -1.25, 12]), '"0,5";"-1,25";12\r\n');
});

it('Separators, quotes and lines inside a text stay inside it', () => {
  assert.equal(csvLine(['a;b', 'dit "oui"', 'une\nligne', 'a,=1+1', 'a\t=1']), '"a;b";"dit ""oui""";"une\nligne";"a,=1+1";"a\t=1"\r\n');
});
