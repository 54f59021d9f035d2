/** Taylor coefficients of `erf(x) / x - 1` in powers of `x * x`: `2 / sqrt(pi) * (-1)^n / (n! * (2n + 1))`, less 1 at n = 0. */
const taylor = taylorCoefficients(20);

/** Coefficients of `exp(x * x) * erfc(x)` for x from 1 to 6, a Chebyshev fit in powers of `(1 / (x + 2) - CENTRE) / HALF`. */
const tail = [
  0.2214295402299318, 0.16189356804102495, 0.038560570425182406, 0.005588816281841378, 0.00019713917772835564,
  -8.079220428770654e-5, -7.340517941470624e-6, 1.979561974691787e-6, 1.6349938636339256e-7, -7.005371491880312e-8,
  -5.886321053854852e-10, 2.6250035432507722e-9, -2.6866682864095234e-10, -7.46844869131507e-11, 2.211621110863333e-11,
  4.768762673351584e-13, -9.32059013818178e-13,
] as const;
const CENTRE = (1 / 3 + 1 / 8) / 2;
const HALF = (1 / 3 - 1 / 8) / 2;

/**
 * The error function, within 1 ulp of a double.
 *
 * Its Taylor series below 1 (written so that the last addition rounds only the small part), `1 - erfc(x)` above, where
 * erfc is so small that a fit of it to 15 digits is more than enough. See Abramowitz and Stegun, chapter 7.
 */
export function errorFunction(x: number): number {
  const size = Math.abs(x);
  if (size < 1) {
    const square = x * x;
    let sum = 0;
    for (let i = taylor.length - 1; i >= 0; i--) sum = sum * square + taylor[i]!;
    return x + x * sum;
  }
  if (size > 6) return Math.sign(x);
  if (Number.isNaN(size)) return x;
  const u = (1 / (size + 2) - CENTRE) / HALF;
  let scaled = 0;
  for (let i = tail.length - 1; i >= 0; i--) scaled = scaled * u + tail[i]!;
  const value = 1 - Math.exp(-x * x) * scaled;
  return x < 0 ? -value : value;
}

function taylorCoefficients(count: number): readonly number[] {
  const coefficients: number[] = [];
  let term = 2 / Math.sqrt(Math.PI);
  for (let n = 0; n < count; n++, term /= -n) coefficients.push(term / (2 * n + 1));
  // 2 / sqrt(pi) - 1 to the last digit, which the subtraction of the rounded number would lose.
  coefficients[0] = 0.1283791670955126;
  return coefficients;
}
