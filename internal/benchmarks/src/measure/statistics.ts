/** The middle of some numbers, the mean of the two middle ones where their count is even; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** How far two lists are apart: the largest difference, relative to the largest number; infinite where one is NaN. */
export function distance(a: readonly number[], b: readonly number[]): number {
  let scale = 0;
  let apart = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    scale = Math.max(scale, Math.abs(a[i]!), Math.abs(b[i]!));
    const difference = Math.abs(a[i]! - b[i]!);
    apart = Math.max(apart, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }
  return apart === 0 ? 0 : apart / scale;
}
