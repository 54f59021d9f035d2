const GOLDEN = 1.618034;
const SECTION = 0.381966;

/**
 * Where a function of one number is least, near two first guesses: the guesses are widened until a minimum lies between
 * (as in Numerical Recipes, 10.1), then parabolas and golden sections close in on it (Brent, 1973). The constants are SciPy's,
 * whose `optimize.brent` goes the same steps.
 */
export function minimize(f: (x: number) => number, first: number, second: number): number {
  const [low, middle, high] = bracket(f, first, second);
  return closeIn(f, Math.min(low, high), middle, Math.max(low, high));
}

function bracket(f: (x: number) => number, first: number, second: number): [number, number, number] {
  let [a, b] = [first, second];
  let [fa, fb] = [f(a), f(b)];
  if (fa < fb) [a, b, fa, fb] = [b, a, fb, fa];
  let c = b + GOLDEN * (b - a);
  let fc = f(c);
  for (let steps = 0; fc < fb && steps < 1000; steps++) {
    const r = (b - a) * (fb - fc);
    const q = (b - c) * (fb - fa);
    const apart = Math.abs(q - r) < 1e-21 ? 2e-21 : 2 * (q - r);
    const parabola = b - ((b - c) * q - (b - a) * r) / apart;
    const limit = b + 110 * (c - b);
    let next = parabola;
    let found: number;
    if ((parabola - c) * (b - parabola) > 0) {
      found = f(parabola);
      if (found < fc) return [b, parabola, c];
      if (found > fb) return [a, b, parabola];
      next = c + GOLDEN * (c - b);
      found = f(next);
    } else if ((parabola - limit) * (limit - c) >= 0) {
      next = limit;
      found = f(next);
    } else if ((parabola - limit) * (c - parabola) > 0) {
      found = f(parabola);
      if (found < fc) {
        [b, c, fb, fc] = [c, parabola, fc, found];
        next = c + GOLDEN * (c - b);
        found = f(next);
      }
    } else {
      next = c + GOLDEN * (c - b);
      found = f(next);
    }
    [a, b, c, fa, fb, fc] = [b, c, next, fb, fc, found];
  }
  return [a, b, c];
}

function closeIn(f: (x: number) => number, from: number, start: number, to: number): number {
  let [a, b] = [from, to];
  // The best, the second best, and the second best of before.
  let [x, w, v] = [start, start, start];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let step = 0;
  let before = 0;
  for (let n = 0; n < 500; n++) {
    const near = 1.48e-8 * Math.abs(x) + 1e-11;
    const middle = (a + b) / 2;
    if (Math.abs(x - middle) < 2 * near - (b - a) / 2) break;
    let golden = true;
    if (Math.abs(before) > near) {
      const r = (x - w) * (fx - fv);
      let q = (x - v) * (fx - fw);
      let p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      q = Math.abs(q);
      const last = before;
      before = step;
      if (p > q * (a - x) && p < q * (b - x) && Math.abs(p) < Math.abs((q * last) / 2)) {
        golden = false;
        step = p / q;
        const u = x + step;
        if (u - a < 2 * near || b - u < 2 * near) step = middle >= x ? near : -near;
      }
    }
    if (golden) {
      before = x >= middle ? a - x : b - x;
      step = SECTION * before;
    }
    const u = Math.abs(step) >= near ? x + step : step >= 0 ? x + near : x - near;
    const fu = f(u);
    if (fu <= fx) {
      if (u >= x) a = x;
      else b = x;
      [v, w, x, fv, fw, fx] = [w, x, u, fw, fx, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, w, fv, fw] = [w, u, fw, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return x;
}
