import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundedCos, roundedLog, roundedSin } from './rounded.js';

it('stays within an ulp or so of the engine own functions', () => {
  fc.assert(
    fc.property(fc.double({ min: 2 ** -1022, max: Number.MAX_VALUE, noNaN: true }), (x) => {
      expect(Math.abs(roundedLog(x) - Math.log(x))).toBeLessThanOrEqual(3e-16 * Math.abs(Math.log(x)));
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (x) => {
      expect(Math.abs(roundedSin(x) - Math.sin(x))).toBeLessThanOrEqual(3e-16 * Math.abs(Math.sin(x)));
      expect(Math.abs(roundedCos(x) - Math.cos(x))).toBeLessThanOrEqual(3e-16 * Math.abs(Math.cos(x)));
    }),
  );
});

it('is correctly rounded where engines differ', () => {
  // From 130-bit arithmetic (mpmath).
  expect(roundedLog(0.3535348626679904)).toBe(-1.0397731770995389);
  expect(roundedLog(0.6996231823995839)).toBe(-0.35721339973777744);
  expect(roundedLog(0.7851652629523068)).toBe(-0.2418610573033345);
  expect(roundedSin(5.967096178945385)).toBe(-0.31085182645194914);
  expect(roundedSin(4.177881940280123)).toBe(-0.8605198559233561);
  expect(roundedSin(3.4036709822952385)).toBe(-0.25908847125532647);
  expect(roundedCos(1.7780974047383065)).toBe(-0.20581951461362788);
  expect(roundedCos(4.2602562445236)).toBe(-0.43688495924804777);
  expect(roundedCos(0.7616683615212125)).toBe(0.7236856324789683);
});

it('knows the ends of its domain', () => {
  expect(roundedLog(1)).toBe(0);
  expect(roundedLog(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(roundedLog(-1)).toBeNaN();
  expect(roundedLog(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(roundedLog(5e-324)).toBe(Math.log(5e-324));
  expect(roundedSin(-0)).toBe(-0);
  expect(roundedCos(0)).toBe(1);
  expect(() => roundedSin(2 ** 21)).toThrow('within 2^20 of 0, got 2097152');
  expect(() => roundedCos(Number.NaN)).toThrow('got NaN');
});
