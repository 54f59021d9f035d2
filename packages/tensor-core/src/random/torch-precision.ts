import { fma32, fma64 } from './exact.js';
import type { FloatDtype } from './generator.js';

/** Arithmetic that rounds to one dtype: what the compiled float32 and float64 forms of one formula differ in. */
export interface Precision {
  round(x: number): number;
  fma(a: number, b: number, c: number): number;
  /** Horner's rule with every product and sum rounded. */
  polynomial(x: number, coefficients: readonly number[]): number;
}

function precision(round: (x: number) => number, fma: Precision['fma']): Precision {
  return {
    round,
    fma,
    polynomial(x, coefficients) {
      let sum = round(coefficients.at(-1)!);
      for (let i = coefficients.length - 2; i >= 0; i--) sum = round(round(sum * x) + round(coefficients[i]!));
      return sum;
    },
  };
}

export const PRECISION: Record<FloatDtype, Precision> = {
  float32: precision(Math.fround, fma32),
  float64: precision((x) => x, fma64),
};
