import { expect, test } from 'vitest';
import { errorFunction } from './erf.js';

/** x and erf(x), computed with 40 digits and rounded. */
const known = [
  [1e-300, 1.1283791670955126e-300],
  [1e-9, 1.1283791670955127e-9],
  [0.1, 0.1124629160182849],
  [0.25, 0.27632639016823696],
  [0.5, 0.5204998778130465],
  [0.75, 0.7111556336535151],
  [0.9, 0.7969082124228322],
  [0.999, 0.8422852702064969],
  [1, 0.8427007929497149],
  [1.001, 0.8431154854780762],
  [1.25, 0.9229001282564583],
  [1.5, 0.9661051464753108],
  [1.9, 0.9927904292352575],
  [2, 0.9953222650189527],
  [2.5, 0.999593047982555],
  [3, 0.9999779095030014],
  [3.5, 0.9999992569016276],
  [4, 0.9999999845827421],
  [5, 0.9999999999984626],
  [5.8, 0.9999999999999998],
  [6.5, 1],
  [0.13436424411240122, 0.1507063350580277],
  [0.8474337369372327, 0.7692590115286819],
  [0.763774618976614, 0.7199203472058897],
  [0.2550690257394217, 0.2816927796176181],
  [0.49543508709194095, 0.5164791696624623],
  [0.4494910647887381, 0.475012612310505],
  [2.954778918168289, 0.9999706804963309],
  [3.3661700534065395, 0.9999980687012552],
  [1.2815787603227047, 0.9300796114313185],
  [1.0850424295660188, 0.8750888129152263],
  [3.5072953117596093, 0.9999992953025802],
  [2.2983012037151602, 0.9988471210707194],
] as const;

function ulp(x: number): number {
  const bits = new BigInt64Array(new Float64Array([x]).buffer)[0]!;
  return new Float64Array(new BigInt64Array([bits + 1n]).buffer)[0]! - x;
}

test.each(known)('erf(%f) is within 1 ulp', (x, expected) => {
  expect(Math.abs(errorFunction(x) - expected)).toBeLessThanOrEqual(ulp(expected));
  expect(errorFunction(-x)).toBe(-errorFunction(x));
});

test('erf of what is not a number, not finite, or 0', () => {
  expect(errorFunction(Number.NaN)).toBeNaN();
  expect(errorFunction(Number.POSITIVE_INFINITY)).toBe(1);
  expect(errorFunction(Number.NEGATIVE_INFINITY)).toBe(-1);
  expect(errorFunction(-0)).toBe(-0);
});
