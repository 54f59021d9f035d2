import type { TypedArray } from '@kindling/tensor-core/backend';

/** How far numbers may lie apart. */
export interface Tolerance {
  /** Relative to the expected number. */
  readonly relative: number;
  /** Relative to the largest expected number of the tensor: for sums, whose terms may cancel. */
  readonly ofLargest?: number;
  /** In units of the last place of float32. */
  readonly ulps?: number;
  /** Not relative to anything: for results too small for a full mantissa. */
  readonly underflow?: number;
  /** Whether 0 and -0 differ. */
  readonly signedZeros?: boolean;
}

/**
 * The first difference between two lists of numbers beyond the tolerance, in words; `null` where there is none.
 *
 * @param largestTerm - the magnitude of what was added up, where it can be larger than every result.
 */
export function difference(
  got: ArrayLike<number>,
  want: ArrayLike<number>,
  tolerance: Tolerance,
  largestTerm = 0,
): string | null {
  if (got.length !== want.length) return `${got.length} elements instead of ${want.length}`;
  let largest = largestTerm;
  for (let i = 0; i < want.length; i++) if (Number.isFinite(want[i])) largest = Math.max(largest, Math.abs(want[i]!));
  for (let i = 0; i < want.length; i++) {
    const [x, y] = [got[i]!, want[i]!];
    if (Number.isNaN(x) && Number.isNaN(y)) continue;
    if (x === y && !(tolerance.signedZeros === true && x === 0 && !Object.is(x, y))) continue;
    if (Number.isFinite(x) && Number.isFinite(y) && x !== y && Math.abs(x - y) <= allowed(y, largest, tolerance))
      continue;
    return `[${i}]: ${show(x)} instead of ${show(y)}`;
  }
  return null;
}

function allowed(want: number, largest: number, tolerance: Tolerance): number {
  const { relative, ofLargest = 0, ulps = 0, underflow = 0 } = tolerance;
  return Math.max(relative * Math.abs(want), ofLargest * largest, ulps * ulp(want), underflow);
}

/** The distance between neighbouring float32 numbers at a magnitude. */
function ulp(value: number): number {
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(value))), -126);
  return 2 ** (exponent - 23);
}

const show = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The largest relative error that occurs in two lists of finite numbers; for the report. */
export function largestError(got: TypedArray, want: TypedArray): number {
  let worst = 0;
  for (let i = 0; i < want.length; i++) {
    const error = Math.abs(got[i]! - want[i]!) / Math.abs(want[i]!);
    if (Number.isFinite(error)) worst = Math.max(worst, error);
  }
  return worst;
}
