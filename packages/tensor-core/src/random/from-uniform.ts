/** The numbers 0 to n - 1 as a fresh array. */
export function ascending(n: number): Int32Array {
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) out[i] = i;
  return out;
}

/** Exchanges two elements. */
export function swap(items: { [index: number]: unknown }, i: number, j: number): void {
  const kept = items[i];
  items[i] = items[j];
  items[j] = kept;
}

/** The running sums of `weights`, divided by their total. */
export function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < sums.length; i++) {
    total += weights[i]!;
    sums[i] = total;
  }
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! / total;
  return sums;
}

/** How many of the ascending `sums` are `value` or less: the index that `value` falls on. */
export function upperBound(sums: Float64Array, value: number): number {
  let from = 0;
  let to = sums.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sums[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}
