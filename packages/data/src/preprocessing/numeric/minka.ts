/** How many directions of a spectrum are more than noise (T. P. Minka, Automatic choice of dimensionality for PCA, 2000). */
export function componentsBySpread(spectrum: Float64Array, rows: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let rank = 1; rank < spectrum.length; rank++) {
    const likelihood = evidence(spectrum, rank, rows);
    if (likelihood > most) [best, most] = [rank, likelihood];
  }
  return best;
}

/** The logarithm of the evidence for a rank: equations 77 and following of the paper, as scikit-learn has them. */
function evidence(spectrum: Float64Array, rank: number, rows: number): number {
  const d = spectrum.length;
  if (spectrum[rank - 1]! < 1e-15) return Number.NEGATIVE_INFINITY;
  let prior = -rank * Math.LN2;
  for (let i = 1; i <= rank; i++) prior += logGammaOfHalf(d - i + 1) - (Math.log(Math.PI) * (d - i + 1)) / 2;
  let signal = 0;
  for (let i = 0; i < rank; i++) signal += Math.log(spectrum[i]!);
  const noise = Math.max(1e-15, spectrum.subarray(rank).reduce((a, b) => a + b, 0) / (d - rank));
  const free = d * rank - (rank * (rank + 1)) / 2;
  let curvature = 0;
  for (let i = 0; i < rank; i++) {
    for (let j = i + 1; j < d; j++) {
      const other = j < rank ? spectrum[j]! : noise;
      const gap = (spectrum[i]! - spectrum[j]!) * (1 / other - 1 / spectrum[i]!);
      curvature += Math.log(gap) + Math.log(rows);
    }
  }
  return (
    prior -
    (signal * rows) / 2 -
    (Math.log(noise) * rows * (d - rank)) / 2 +
    (Math.log(2 * Math.PI) * (free + rank)) / 2 -
    curvature / 2 -
    (rank * Math.log(rows)) / 2
  );
}

/** The logarithm of the gamma function of half a whole number. */
function logGammaOfHalf(n: number): number {
  let sum = n % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let x = n - 2; x > 0; x -= 2) sum += Math.log(x / 2);
  return sum;
}
