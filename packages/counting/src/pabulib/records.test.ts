import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { PabulibError } from './problem.ts';
import { maxRecord, RecordSplitter } from './records.ts';

const split = (chunks: readonly string[], separator?: string) => {
  const splitter = new RecordSplitter(separator);
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
};
const cells = (text: string, separator?: string) => split([text], separator).map((record) => record.cells);

describe('cutting a file into rows', () => {
  it('parts cells at semicolons and takes the spaces around them away', () => {
    assert.deepEqual(cells('key; value \n budget ;2500'), [['key', 'value'], ['budget', '2500']]);
  });

  it('keeps semicolons, doubled quotes and line ends inside quotes', () => {
    assert.deepEqual(cells('1;"a;b";"say ""hello""";"two\r\nlines"\n2;x'), [['1', 'a;b', 'say "hello"', 'two\nlines'], ['2', 'x']]);
  });

  it('takes the spaces around a quoted text away, and not those between words', () => {
    assert.deepEqual(cells('1;  "a  b" ; c"d "\n"x" ;\t"y;z"\t;w'), [['1', 'a  b', 'c"d "'], ['x', 'y;z', 'w']]);
    assert.deepEqual(cells('"a" \t"b"', '\t'), [['a', 'b']]);
    assert.deepEqual(cells('a;b "x";  c  ;d'), [['a', 'b "x"', 'c', 'd']]);
  });

  it('reads a first cell in quotes behind a byte order mark, which may come as a chunk of its own', () => {
    assert.deepEqual(split(['\uFEFF"a;b";c']).map((record) => record.cells), [['a;b', 'c']]);
    assert.deepEqual(split(['', '\uFEFF', '"a;b";c']).map((record) => record.cells), [['a;b', 'c']]);
    assert.deepEqual(split(['x\n', '\uFEFF"a;b";c\n'])[1]?.cells, ['"a', 'b"', 'c'], 'only at the very start');
  });

  it('takes a quote in the middle of a cell for a quote', () => {
    assert.deepEqual(cells('1;Place "Rose" et 5" de haut;z'), [['1', 'Place "Rose" et 5" de haut', 'z']]);
  });

  it('keeps text that follows a closing quote', () => {
    assert.deepEqual(cells('1; "Crèche" de Noël;z'), [['1', 'Crèche de Noël', 'z']]);
  });

  it('reads LF, CR LF and CR line ends, and passes over a byte order mark and empty lines', () => {
    const records = split(['\uFEFFa;b\r\n\r\n', 'c;d\re;f\n  \ng']);
    assert.deepEqual(records.map(({ line, cells: [first] }) => [line, first]), [[1, 'a'], [3, 'c'], [4, 'e'], [6, 'g']]);
  });

  it('gives the line on which a row begins, also after rows of several lines', () => {
    assert.deepEqual(split(['a\n"b\nb\nb"\nc']).map((record) => record.line), [1, 2, 5]);
  });

  it('keeps empty cells at the end, so that nothing moves to another column', () => {
    assert.deepEqual(cells('1;;;\n"";x;'), [['1', '', '', ''], ['', 'x', '']]);
  });

  it('takes control characters out and says so', () => {
    const [record] = split(['1;a\u0000b\u0007;c\u0085']);
    assert.deepEqual(record, { line: 1, cells: ['1', 'ab', 'c'], cleaned: true });
  });

  it('keeps empty cells apart when the separator is a tab', () => {
    assert.deepEqual(cells('a\t\t"b\tc"\td', '\t'), [['a', '', 'b\tc', 'd']]);
  });

  it('names the line of a quote that is never closed', () => {
    assert.throws(() => split(['a\nb;"open\nc\nd']), (error) => error instanceof PabulibError && error.problem.code === 'quote-not-closed' && error.problem.line === 2);
  });

  it('stops at a line that is too long instead of filling the memory', () => {
    const splitter = new RecordSplitter();
    const push = () => { for (let i = 0; i < 20; i += 1) splitter.push('x'.repeat(maxRecord / 10)); };
    assert.throws(push, (error) => error instanceof PabulibError && error.problem.code === 'line-too-long' && error.problem.line === 1);
  });

  it('takes a line as long as is allowed, and not one sign more', () => {
    const longest = 'x'.repeat(maxRecord - 1);
    assert.equal(split([`${longest}\n`])[0]?.cells[0]?.length, maxRecord - 1);
    assert.throws(() => split([`${longest}x\n`]), (error) => error instanceof PabulibError && error.problem.code === 'line-too-long' && error.problem.line === 1);
    assert.throws(() => split([`a\n${longest}x`]), (error) => error instanceof PabulibError && error.problem.code === 'line-too-long' && error.problem.line === 2);
    assert.throws(() => split([`"${longest.slice(2)}\n`, 'xx"\n']), (error) => error instanceof PabulibError && error.problem.code === 'line-too-long' && error.problem.line === 1, 'over two lines');
  });

  it('a row that was cut short by a control character has no spaces at its end', () => {
    assert.deepEqual(cells('a \u0007;\u0000b\u0000'), [['a', 'b']]);
  });

  it('stops at a quoted cell that swallows the rest of the file', () => {
    const splitter = new RecordSplitter();
    splitter.push('a\n"open\n');
    const push = () => { for (let i = 0; i < 20; i += 1) splitter.push(`${'x'.repeat(maxRecord / 10)}\n`); };
    assert.throws(push, (error) => error instanceof PabulibError && error.problem.code === 'quote-not-closed' && error.problem.line === 2);
  });

  it('gives the same rows however the text is cut into chunks', () => {
    const piece = fc.constantFrom('a', 'é', ';', '"', '""', '\n', '\r\n', '\r', ' ', '1', '"x;y"', '\uFEFF');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.array(fc.nat(40), { maxLength: 6 }), (pieces, cuts) => {
      const text = pieces.join('');
      const places = [0, ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b), text.length];
      const chunks = places.slice(1).map((to, i) => text.slice(places[i], to));
      const outcome = (parts: readonly string[]) => {
        try {
          return split(parts);
        } catch (error) {
          assert.ok(error instanceof PabulibError);
          return error.problem;
        }
      };
      assert.deepEqual(outcome(chunks), outcome([text]));
    }));
  });

  it('gives back every cell that was written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', 'é', '0', ',') }).map((text) => text.trim());
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = rows.map((row) => row.map(quote).join(';')).join('\r\n');
      const records = split([text]);
      assert.deepEqual(records.map((record) => record.cells), rows);
      let line = 1;
      rows.forEach((row, i) => {
        assert.equal(records[i]?.line, line);
        line += 1 + row.join('').split('\n').length - 1;
      });
    }));
  });
});
