import { formatShape, type Shape } from '../shape.js';

/** How far a number may lie from the one expected. */
export interface Closeness {
  /** Relative to the expected number. */
  readonly relative: number;
  /** Relative to the largest expected number: for sums, whose terms may cancel. */
  readonly ofLargest?: number;
  /** Not relative to anything: for results too small for a full mantissa. */
  readonly absolute?: number;
  /** Whether 0 and -0 differ. */
  readonly signedZeros?: boolean;
}

/**
 * Throws where numbers differ by more than they may. NaN equals NaN, and infinities equal themselves.
 *
 * @param what - begins the message.
 */
export function expectClose(
  what: string,
  got: ArrayLike<number>,
  want: ArrayLike<number>,
  shape: Shape,
  closeness: Closeness,
): void {
  if (got.length !== want.length) throw new Error(`${what}: ${got.length} elements instead of ${want.length}`);
  const { relative, ofLargest = 0, absolute = 0, signedZeros = false } = closeness;
  let largest = 0;
  for (let i = 0; i < want.length; i++) if (Number.isFinite(want[i])) largest = Math.max(largest, Math.abs(want[i]!));
  for (let i = 0; i < want.length; i++) {
    const [x, y] = [got[i]!, want[i]!];
    if (Object.is(x, y) || (x === y && !signedZeros)) continue;
    const allowed = Math.max(relative * Math.abs(y), ofLargest * largest, absolute);
    if (x !== y && Number.isFinite(x) && Number.isFinite(y) && Math.abs(x - y) <= allowed) continue;
    throw new Error(`${what}: element ${formatShape(indexOf(i, shape))} is ${show(x)}, not ${show(y)}`);
  }
}

function indexOf(position: number, shape: Shape): number[] {
  const index: number[] = [];
  let rest = position;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    index.unshift(rest % shape[dim]!);
    rest = Math.floor(rest / shape[dim]!);
  }
  return index;
}

function show(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
