/** How likely a value of F with these degrees of freedom is at least so large. */
export function fTail(f: number, between: number, within: number): number {
  if (Number.isNaN(f)) return Number.NaN;
  if (f <= 0) return 1;
  return beta(within / (within + between * f), within / 2, between / 2);
}

/** How likely a value of chi-square with these degrees of freedom is at least so large. */
export function chiSquareTail(x: number, freedom: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  return x <= 0 ? 1 : upperGamma(x / 2, freedom / 2);
}

/** The logarithm of the gamma function for arguments above 0 (Lanczos, g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  let sum = 0.9999999999998099;
  for (let i = 0; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x + i);
  return Math.log(2.5066282746310007 * sum) + (x - 0.5) * Math.log(t) - t;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** The regularised incomplete beta function, as a continued fraction (Abramowitz and Stegun, 26.5.8, by Lentz' method). */
function beta(x: number, a: number, b: number): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a);
  const front = Math.exp(
    a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b) - Math.log(a),
  );
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let sum = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    sum *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    sum *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * sum;
}

/** The upper regularised incomplete gamma function, as a series or a continued fraction (Abramowitz and Stegun, 6.5). */
function upperGamma(x: number, a: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let sum = d;
  for (let n = 1; n < 10_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    sum *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * sum;
}
