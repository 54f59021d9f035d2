import { expect } from 'vitest';

/** NaN is null, the infinite are texts; "refused" is an error. */
export type Plain = number | string | null | readonly Plain[];

/** What a call gives, or "refused". */
export function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    // What is thrown by chance is no refusal.
    expect(Object.getPrototypeOf(error)).not.toBe(TypeError.prototype);
    return 'refused';
  }
}

export const toPlain = (value: unknown): Plain => {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return null;
    return Number.isFinite(value) ? value : value > 0 ? 'inf' : '-inf';
  }
  return typeof value === 'string' ? value : Array.from(value as ArrayLike<unknown>, toPlain);
};

export function match(actual: Plain, expected: Plain, what: string, tolerance = 1e-12): void {
  if (Array.isArray(expected)) {
    expect(Array.isArray(actual) ? actual.length : actual, `${what}: ${JSON.stringify(actual)}`).toBe(expected.length);
    for (const [i, one] of expected.entries()) match((actual as readonly Plain[])[i]!, one, `${what}[${i}]`, tolerance);
  } else if (typeof expected === 'number' && typeof actual === 'number') {
    const off = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
    expect(off, `${what}: ${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
  } else expect(actual, what).toEqual(expected);
}
