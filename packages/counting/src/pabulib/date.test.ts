import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDate, parseDate } from './date.ts';

describe('dates', () => {
  it('are read as precisely as they are written', () => {
    const written: [string, string][] = [
      ['11.09.2019', '2019-09-11'], ['1/3/2024', '2024-03-01'], ['2019-09-11', '2019-09-11'], ['2024', '2024'], ['2017-07', '2017-07'],
      ['07/2017', '2017-07'], ['2019-09-11T14:30:00Z', '2019-09-11'], ['11/09/2019 08:15', '2019-09-11'], ['11/09/2019 8h15', '2019-09-11'], [' 29.02.2024 ', '2024-02-29'],
    ];
    for (const [text, expected] of written) assert.equal(parseDate(text), expected, text);
  });

  it('are written as precisely as they are known, day first', () => {
    assert.deepEqual(['2019-09-11', '2019-09', '2019'].map(formatDate), ['11.09.2019', '09.2019', '2019']);
  });

  it('that do not exist are no dates', () => {
    for (const text of ['31.02.2024', '29.02.2023', '00.01.2024', '2024-13', '32/01/2024', 'hier', '', '12', '11.09.19', '2019-09-11 ?', '2019-09x', '111.09.2019', 'le 11.09.2019', '11.09.20191', '09/20175']) {
      assert.equal(parseDate(text), undefined, text);
    }
  });
});
