/**
 * The mutual information of a continuous column and the classes, estimated from how many values lie as near to one as its k-th
 * neighbour of the same class does (Ross, "Mutual information between discrete and continuous data sets", PLoS ONE 9(2), 2014).
 */
export function nearestInformation(
  values: Float64Array,
  codes: Int32Array,
  counts: Float64Array,
  neighbors: number,
): number {
  // A class of one row has no neighbours; such rows are left out.
  const known = Array.from(codes.keys()).filter((i) => counts[codes[i]!]! > 1);
  if (known.length === 0) return 0;
  const sorted = Float64Array.from(known, (i) => values[i]!).sort();
  const psi = digammas(known.length);
  let sum = 0;
  for (const [c, count] of counts.entries()) {
    if (count < 2) continue;
    const own = values.filter((_, i) => codes[i] === c).sort();
    const k = Math.min(neighbors, count - 1);
    for (let i = 0; i < count; i++) {
      const reach = distanceTo(own, i, k);
      // Those nearer than that neighbour, the value itself among them.
      const near = within(sorted, own[i]!, reach);
      sum += psi[k]! - psi[count]! - psi[Math.max(near, 1)]!;
    }
  }
  return Math.max(0, psi[known.length]! + sum / known.length);
}

/** How far the k-th nearest of sorted values is from the i-th. */
function distanceTo(sorted: Float64Array, i: number, k: number): number {
  let low = i;
  let high = i;
  let reach = 0;
  for (let step = 0; step < k; step++) {
    const below = low > 0 ? sorted[i]! - sorted[low - 1]! : Number.POSITIVE_INFINITY;
    const above = high < sorted.length - 1 ? sorted[high + 1]! - sorted[i]! : Number.POSITIVE_INFINITY;
    if (below <= above) low--;
    else high++;
    reach = Math.min(below, above);
  }
  return reach;
}

/** How many of sorted values are nearer to one than a distance. */
function within(sorted: Float64Array, value: number, distance: number): number {
  return (
    firstWhere(sorted, (other) => other - value >= distance) - firstWhere(sorted, (other) => value - other < distance)
  );
}

/** The first place of sorted values from which on something holds. */
function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const EULER = 0.5772156649015329;

/** The digamma function of the whole numbers up to one. */
function digammas(most: number): Float64Array {
  const psi = new Float64Array(most + 1);
  psi[1] = -EULER;
  for (let n = 2; n <= most; n++) psi[n] = psi[n - 1]! + 1 / (n - 1);
  return psi;
}
