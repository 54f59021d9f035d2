/** Points on a line and their classes; two of them are on the wrong side. */
const data = [
  [-2, 0],
  [-1.2, 0],
  [-0.5, 1],
  [0.4, 0],
  [1, 1],
  [1.8, 1],
] as const;

/** The cross entropy of a logistic model whose logit is the weight times x. */
export function lossOf(weight: number): number {
  return data.reduce((sum, [x, y]) => sum + Math.log1p(Math.exp(-(2 * y - 1) * weight * x)), 0) / data.length;
}

/** Its slope. */
export function slopeOf(weight: number): number {
  return data.reduce((sum, [x, y]) => sum + (1 / (1 + Math.exp(-weight * x)) - y) * x, 0) / data.length;
}
