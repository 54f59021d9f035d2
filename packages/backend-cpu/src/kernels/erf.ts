/** Taylor coefficients of `erf(x) / x - 1` in powers of `x * x`: `2 / sqrt(pi) * (-1)^n / (n! * (2n + 1))`, less 1 at n = 0. */
const taylor = taylorCoefficients(18);

/** The weights `exp(-(k / 2)^2)` of the trapezoidal rule below, from k = 1 on until they no longer count. */
const weights = Array.from({ length: 11 }, (_, i) => Math.exp(-((i + 1) ** 2) / 4));

/**
 * The error function, within 1 ulp of a double.
 *
 * Its Taylor series below 1 (written so that the last addition rounds only the small part), `1 - erfc(x)` above. There
 * erfc is the integral of `x / pi * exp(-x^2 - t^2) / (x^2 + t^2)` over all t, which the trapezoidal rule with steps of 1/2
 * gives to 17 digits, once the residue of the pole at `i * x` is taken off (Chiarella and Reichel, Math. Comp. 22, 1968).
 */
export function errorFunction(x: number): number {
  const size = Math.abs(x);
  const square = x * x;
  let sum = 0;
  if (size < 1) {
    for (let i = taylor.length - 1; i >= 0; i--) sum = sum * square + taylor[i]!;
    return x + x * sum;
  }
  if (size > 6) return Math.sign(x);
  if (Number.isNaN(size)) return x;
  for (let k = weights.length; k > 0; k--) sum += weights[k - 1]! / (square + (k * k) / 4);
  const rule = (Math.exp(-square) * size * (0.5 / square + sum)) / Math.PI;
  return Math.sign(x) * (1 - rule + 2 / (Math.exp(4 * Math.PI * size) - 1));
}

function taylorCoefficients(count: number): readonly number[] {
  const coefficients: number[] = [];
  let term = 2 / Math.sqrt(Math.PI);
  for (let n = 0; n < count; n++, term /= -n) coefficients.push(term / (2 * n + 1));
  // 2 / sqrt(pi) - 1 to the last digit, which the subtraction of the rounded number would lose.
  coefficients[0] = 0.1283791670955126;
  return coefficients;
}
