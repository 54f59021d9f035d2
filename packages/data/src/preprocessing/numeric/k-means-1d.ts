/** Centres of groups of numbers, from given ones: Lloyd's steps, as scikit-learn's KMeans goes them; in ascending order. */
export function kMeans1d(values: Float64Array, start: Float64Array): Float64Array {
  const n = values.length;
  const k = start.length;
  let mean = 0;
  for (const value of values) mean += value / n;
  const x = values.map((value) => value - mean);
  let variance = 0;
  for (const value of x) variance += (value * value) / n;
  let centers: Float64Array = start.map((value) => value - mean);
  let labels = new Int32Array(n).fill(-1);
  for (let step = 0; step < 300; step++) {
    const found = new Float64Array(n);
    const next = Int32Array.from(x, (value, i) => {
      let best = 0;
      for (let c = 1; c < k; c++) if (Math.abs(value - centers[c]!) < Math.abs(value - centers[best]!)) best = c;
      found[i] = (value - centers[best]!) ** 2;
      return best;
    });
    const moved = means(x, next, found, k);
    const shift = moved.reduce((sum, value, c) => sum + (value - centers[c]!) ** 2, 0);
    const same = next.every((label, i) => label === labels[i]);
    centers = moved;
    labels = next;
    if (same || shift <= variance * 1e-4) break;
  }
  return centers.map((value) => value + mean).sort();
}

/** The mean of each group; one that is empty takes the value furthest from its centre. */
function means(x: Float64Array, labels: Int32Array, off: Float64Array, k: number): Float64Array {
  const sums = new Float64Array(k);
  const counts = new Int32Array(k);
  for (let i = 0; i < x.length; i++) {
    sums[labels[i]!]! += x[i]!;
    counts[labels[i]!]!++;
  }
  const empty = Array.from(counts.keys()).filter((c) => counts[c] === 0);
  if (empty.length > 0) {
    const furthest = Array.from(off.keys()).sort((a, b) => off[b]! - off[a]! || b - a);
    for (const [place, c] of empty.entries()) {
      const i = furthest[place]!;
      sums[labels[i]!]! -= x[i]!;
      counts[labels[i]!]!--;
      sums[c] = x[i]!;
      counts[c] = 1;
    }
  }
  return sums.map((sum, c) => (counts[c] === 0 ? sum : sum / counts[c]!));
}
