import { describe, expect, it } from 'vitest';
import { Xoshiro } from './xoshiro.js';
import { fillNormal } from './ziggurat.js';

const drawn = (out: Float32Array | Float64Array, mean = 0, std = 1): number[] => {
  fillNormal(out, new Xoshiro(Int32Array.of(1, 2, 3, 4)), mean, std);
  return Array.from(out);
};

describe.each([Float32Array, Float64Array])('normals as %o', (ArrayType) => {
  const values = drawn(new ArrayType(200_000)).sort((a, b) => a - b);

  it('have the moments of the normal distribution', () => {
    const moment = (power: number): number => values.reduce((sum, x) => sum + x ** power, 0) / values.length;
    // Within four standard errors.
    expect(Math.abs(moment(1))).toBeLessThan(0.009);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.013);
    expect(Math.abs(moment(3))).toBeLessThan(0.035);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.09);
  });

  it('fall where its quantiles are, and beyond where the tail begins', () => {
    const quantiles = [
      [0.0002882, -3.4426198558966523],
      [0.001, -3.090232306167813],
      [0.1, -1.2815515655446004],
      [0.25, -0.6744897501960817],
      [0.5, 0],
      [0.9, 1.2815515655446004],
      [0.999, 3.090232306167813],
      [0.9997118, 3.4426198558966523],
    ] as const;
    for (const [share, x] of quantiles) {
      const found = values.filter((value) => value < x).length / values.length;
      expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / values.length));
    }
    expect(values[0]).toBeLessThan(-3.9);
    expect(values.at(-1)).toBeGreaterThan(3.9);
  });

  it('are shifted and scaled', () => {
    const [plain, other] = [drawn(new ArrayType(20)), drawn(new ArrayType(20), 2, 3)];
    for (const [i, x] of other.entries()) expect(x).toBeCloseTo(2 + 3 * plain[i]!, 5);
  });
});

it('takes as float64 the first bits of the place from where float32 takes them', () => {
  const words = new Int32Array(1);
  const stream = new Xoshiro(Int32Array.of(9, 8, 7, 6));
  stream.fill(words);
  const [single, double] = [new Float32Array(1), new Float64Array(1)];
  fillNormal(single, new Xoshiro(Int32Array.of(9, 8, 7, 6)), 0, 1);
  fillNormal(double, new Xoshiro(Int32Array.of(9, 8, 7, 6)), 0, 1);
  expect(Math.abs(single[0]! - double[0]!)).toBeLessThan(4 * 2 ** -24);
});
