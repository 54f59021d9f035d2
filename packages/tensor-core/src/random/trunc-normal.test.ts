import { describe, expect, it } from 'vitest';
import { NumpyGenerator } from './numpy-generator.js';
import { SeedrandomGenerator } from './seedrandom.js';
import { TorchGenerator } from './torch.js';
import { erf } from './torch-erf.js';
import { erfinv } from './torch-erfinv.js';
import { truncNormal } from './trunc-normal.js';

describe('erf', () => {
  it('has the tabulated values', () => {
    // Abramowitz and Stegun, table 7.1, to more digits.
    for (const [x, y] of [
      [0, 0],
      [0.1, 0.1124629160182849],
      [0.5, 0.5204998778130465],
      [0.9, 0.7969082124228322],
      [1, 0.8427007929497149],
      [1.5, 0.9661051464753108],
      [2, 0.9953222650189527],
      [3, 0.9999779095030014],
      [4, 0.9999999845827421],
      [7, 1],
    ] as const) {
      expect(Math.abs(erf(x) - y)).toBeLessThanOrEqual(2.3e-16);
      expect(erf(-x)).toBe(-erf(x));
      expect(Math.abs(erf(x, 'float32') - y)).toBeLessThanOrEqual(6e-8);
    }
    expect(erf(1e-300)).toBeCloseTo(1.1283791670955126e-300, 310);
    expect(erf(Number.NaN)).toBeNaN();
  });
});

describe('erfinv', () => {
  it('undoes erf', () => {
    for (let y = -0.999; y < 1; y += 0.0371) expect(Math.abs(erf(erfinv(y)) - y)).toBeLessThanOrEqual(3e-16);
    expect(erfinv(0)).toBe(0);
    expect(erfinv(1)).toBe(Number.POSITIVE_INFINITY);
    expect(erfinv(-1)).toBe(Number.NEGATIVE_INFINITY);
    expect(erfinv(1.01)).toBeNaN();
    expect(erfinv(Number.NaN)).toBeNaN();
  });
});

describe('truncNormal', () => {
  describe.each([SeedrandomGenerator, TorchGenerator, NumpyGenerator])('of %o', (Engine) => {
    // Ends on either side, on one, far out, and out of reach; and a point between them.
    it.each([
      [1, 2, 0, 4, 2],
      [0, 1, -2, 2, 0.3],
      [0, 1, 3, 5, 3.2],
      [-1, 0.5, Number.NEGATIVE_INFINITY, -2, -2.1],
      [5, 1, -1e9, 1e9, 5.5],
    ])('mean %d and std %d within [%d, %d] have the shape of the distribution', (mean, std, a, b, point) => {
      const values = truncNormal(new Engine(1), 20000, { mean, std, a, b, dtype: 'float64' });
      expect(values.every((x) => x >= a && x <= b)).toBe(true);
      const cdf = (x: number): number => (1 + erf((x - mean) / (std * Math.SQRT2))) / 2;
      const below = values.filter((x) => x < point).length / values.length;
      expect(Math.abs(below - (cdf(point) - cdf(a)) / (cdf(b) - cdf(a)))).toBeLessThan(0.015);
    });

    it('keeps float32 within the ends as float32 has them, and where they are one', () => {
      const values = truncNormal(new Engine(2), 1000, { a: 0.1, b: 0.10000001 });
      expect(values.every((x) => x >= Math.fround(0.1) && x <= Math.fround(0.10000001))).toBe(true);
      expect(truncNormal(new Engine(2), 2, { a: 40, b: 40, mean: -1e3 })).toEqual(Float32Array.of(40, 40));
    });
  });

  it('takes one uniform a value with the engine torch', () => {
    const [a, b] = [new TorchGenerator(3), new TorchGenerator(3)];
    truncNormal(a, 7);
    b.uniform(7);
    expect(a.random()).toBe(b.random());
  });

  it('refuses what it cannot cut', () => {
    const generator = new TorchGenerator();
    expect(() => truncNormal(generator, 2, { a: 1, b: 0 })).toThrow('expects a <= b, got a = 1, b = 0');
    expect(() => truncNormal(generator, 2, { std: 0 })).toThrow('expects std > 0, got 0');
    expect(() => truncNormal(generator, -1)).toThrow('truncNormal: the number of values');
  });
});
