/** Distribution functions behind intervals and tests, to about 14 digits. */

/** ln Γ(x) for x > 0, by Lanczos' sum with the coefficients of Godfrey (g = 607/128, n = 15). */
function logGamma(x: number): number {
  const coefficients = [
    0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
    3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
    0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
  ];
  const t = x + 607 / 128 - 0.5;
  let total = coefficients[0]!;
  for (let i = 1; i < coefficients.length; i++) total += coefficients[i]! / (x + i - 1);
  return (x - 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * total);
}

/** The regularised incomplete beta function I_x(a, b): Lentz's continued fraction, on the side where it converges fast. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 10_000; m++) {
    for (const step of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / away(1 + step * d);
      c = away(1 + step / c);
      result *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return front * result;
}

/** The x at which an ascending function of [0, 1] reaches a value. */
function inverse(f: (x: number) => number, value: number): number {
  let low = 0;
  let high = 1;
  // Each half is one binary digit more, down to denormals near 0.
  for (let i = 0; i < 1100 && high - low > 2 ** -52 * high; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The quantile of the beta distribution. */
export const betaQuantile = (p: number, a: number, b: number): number => inverse((x) => incompleteBeta(x, a, b), p);

/** P(|T| > |t|) for Student's t with some degrees of freedom. */
export const studentTail = (t: number, degrees: number): number =>
  incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);

/** The t > 0 that Student's |T| exceeds with probability `tail`; degrees of freedom are a whole number. */
export function studentQuantile(tail: number, degrees: number): number {
  const angle = inverse((part) => studentWithin((part * Math.PI) / 2, degrees), 1 - tail) * (Math.PI / 2);
  return Math.sqrt(degrees) * Math.tan(angle);
}

/** P(|T| < √degrees tan(angle)), a finite sum (Abramowitz and Stegun, 26.7.3 and 26.7.4). */
function studentWithin(angle: number, degrees: number): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const odd = degrees % 2 === 1;
  let term = odd ? cos : 1;
  let total = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < degrees; k += 2) {
    term *= (cos * cos * (k - 1)) / k;
    total += term;
  }
  return odd ? (2 / Math.PI) * (angle + sin * total) : sin * total;
}

/** P(|Z| > |z|) for a standard normal Z: the complementary error function of |z| / √2. */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (x < 2) {
    // The series of erf, all of whose terms are positive.
    let term = x;
    let total = x;
    for (let n = 1; n < 200 && term > total * 1e-17; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      total += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
  }
  // The continued fraction of erfc, from its far end.
  let fraction = 0;
  for (let n = 120; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
}

/** The z > 0 that |Z| exceeds with probability `tail`. */
export function normalQuantile(tail: number): number {
  let low = 0;
  let high = 40;
  for (let i = 0; i < 200 && high - low > 4e-16 * high; i++) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The probability of at most `k` successes in `n` trials of probability `p`. */
export const binomialCdf = (k: number, n: number, p: number): number =>
  k >= n ? 1 : k < 0 ? 0 : incompleteBeta(1 - p, n - k, k + 1);

/** P(X > x) of the chi-squared distribution with one degree of freedom. */
export const chiSquaredTail = (x: number): number => normalTail(Math.sqrt(x));
