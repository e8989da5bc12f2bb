import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { currencyExponent, formatAmount, parseAmount, parseWhole } from './amount.ts';

const minor = (text: string, exponent = 2) => {
  const amount = parseAmount(text, exponent);
  return amount.ok ? amount.minor : amount.reason;
};

describe('amounts', () => {
  it('reads points, commas and parted thousands into minor units', () => {
    const written: [string, number][] = [
      ['400000.0', 40_000_000], ['400000', 40_000_000], ['1 234,50', 123_450], ['1\u202F000\u202F000', 100_000_000], ['0.1', 10], ['12,5', 1_250], ['+3', 300], [' 12 345 ', 1_234_500], ['12\u00A0345', 1_234_500], ['123 456', 12_345_600], ['1000', 100_000],
    ];
    for (const [text, expected] of written) assert.equal(minor(text), expected, text);
  });

  it('never loses a cent to binary fractions', () => {
    fc.assert(fc.property(fc.nat(10 ** 12), (cents) => {
      assert.equal(minor(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`), cents);
    }));
  });

  it('rounds half up what the currency has no coin for, and says so', () => {
    assert.deepEqual(parseAmount('92.7651', 2), { ok: true, minor: 9_277, rounded: true });
    assert.deepEqual(parseAmount('0.9999', 2), { ok: true, minor: 100, rounded: true });
    assert.deepEqual(['0.005', '0.0049', '0.0051'].map((text) => minor(text)), [1, 0, 1]);
    assert.deepEqual(parseAmount('5.5000', 2), { ok: true, minor: 550, rounded: false });
  });

  it('refuses a sign that may part thousands or decimals', () => {
    assert.equal(minor('1.234'), 'ambiguous');
    assert.equal(minor('12,000'), 'ambiguous');
    assert.equal(minor('16536.667'), 1_653_667);
    assert.equal(minor('1.234', 3), 1_234);
    assert.equal(minor('123'), 12_300);
    assert.equal(minor('0.123'), 12);
    assert.equal(minor('1.2345'), 123);
  });

  it('refuses what is no amount, negative, or too large to count exactly', () => {
    for (const text of ['', 'abc', '1e6', '12 34', '1,234,567', '--1', '.5', '1.2.3']) assert.equal(minor(text), 'malformed', text);
    assert.equal(minor('-5'), 'negative');
    assert.equal(minor('-0'), 0);
    assert.equal(minor('90071992547409.92'), 'too-large');
  });

  it('knows currencies without cents and with three digits', () => {
    assert.deepEqual(['EUR', 'PLN', 'JPY', 'CLP', 'KRW', 'TND', undefined].map(currencyExponent), [2, 2, 0, 0, 0, 3, 2]);
    assert.equal(minor('34551', 0), 34_551);
  });

  it('writes minor units with the decimals they need', () => {
    const written: [number, number, string][] = [
      [60_000, 2, '600'], [60_050, 2, '600.50'], [5, 2, '0.05'], [0, 2, '0'], [1_234, 0, '1234'], [120, 0, '120'], [1_234, 3, '1.234'], [1_001, 3, '1.001'],
    ];
    for (const [amount, exponent, text] of written) assert.equal(formatAmount(amount, exponent), text);
  });

  it('reads what it writes, to the largest amount', () => {
    fc.assert(fc.property(fc.maxSafeNat(), fc.constantFrom(0, 2, 3), (amount, exponent) => assert.equal(minor(formatAmount(amount, exponent), exponent), amount)));
  });

  it('reads whole numbers, also written with an empty decimal part', () => {
    assert.deepEqual(['3', '3.0', '-2', '3.5', '', 'x', '-0', ' 4 ', '5,00', '6.', '1234567890123456'].map(parseWhole), [3, 3, -2, undefined, undefined, undefined, 0, 4, 5, 6, undefined]);
  });
});
