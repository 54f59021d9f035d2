/** The middle of some numbers, the mean of the two middle ones where their count is even; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** How far two lists are apart: the largest difference, relative to the largest number; infinite where one is NaN. */
export function distance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length || [...a, ...b].some(Number.isNaN)) return Number.POSITIVE_INFINITY;
  const apart = Math.max(0, ...a.map((value, i) => Math.abs(value - b[i]!)));
  return apart === 0 ? 0 : apart / Math.max(...a.map(Math.abs), ...b.map(Math.abs));
}
