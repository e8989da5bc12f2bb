import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ceil, compareFractions, floor, toNumber } from './fractions.ts';

const fraction = (numerator: bigint, denominator: bigint) => ({ numerator, denominator });

describe('Fractions of whole numbers', () => {
  it('are compared without being reduced', () => {
    assert.deepEqual([compareFractions(fraction(1n, 3n), fraction(2n, 5n)), compareFractions(fraction(2n, 5n), fraction(1n, 3n)), compareFractions(fraction(2n, 6n), fraction(1n, 3n))], [-1, 1, 0]);
  });

  it('are rounded down and up', () => {
    assert.deepEqual([floor(fraction(7n, 2n)), ceil(fraction(7n, 2n)), floor(fraction(8n, 2n)), ceil(fraction(8n, 2n)), ceil(fraction(1n, 1000n))], [3, 4, 4, 4, 1]);
  });

  it('become the nearest number, however large or small they are', () => {
    assert.equal(toNumber(fraction(0n, 7n)), 0);
    assert.equal(toNumber(fraction(3n, 4n)), 0.75);
    assert.ok(Math.abs(toNumber(fraction(1n, 3n)) - 1 / 3) < 1e-16);
    const large = 10n ** 60n;
    assert.ok(Math.abs(toNumber(fraction(large, 3n)) / (1e60 / 3) - 1) < 1e-15);
    assert.ok(Math.abs(toNumber(fraction(3n, large)) / 3e-60 - 1) < 1e-15);
    assert.ok(Math.abs(toNumber(fraction(large * 7n + 1n, large)) - 7) < 1e-14);
  });
});
