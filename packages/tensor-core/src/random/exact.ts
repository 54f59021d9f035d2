/** One float64 to take apart. */
export const bits = new Float64Array(1);
/** The same float64 as two 32-bit words. */
export const words = /* @__PURE__ */ new Uint32Array(bits.buffer);
/** Which of the two words is the low one: it depends on the machine. */
export const LOW = /* @__PURE__ */ lowWord();

function lowWord(): 0 | 1 {
  return new Uint32Array(new Float64Array([1]).buffer)[0] === 0 ? 0 : 1;
}

/** a * b + c over float32 values, rounded once, as a fused multiply-add instruction does. */
export function fma32(a: number, b: number, c: number): number {
  // The product of two float32 is exact in float64; only the sum is rounded, and then rounded again to float32.
  const product = a * b;
  const sum = product + c;
  const rounded = Math.fround(sum);
  const off = sum - rounded;
  if (off === 0) return rounded;
  const other = sum + off;
  if (Math.fround(other) !== other) return rounded;
  // The float64 sum lies midway between two float32, where its own rounding error decides.
  const tail = sumError(product, c, sum);
  return tail === 0 || tail > 0 === rounded > other ? rounded : other;
}

/** a * b + c over float64 values, rounded once (Boldo and Melquiond, 2008); magnitudes below 2^990. */
export function fma64(a: number, b: number, c: number): number {
  const product = a * b;
  const productTail = productError(a, b, product);
  const t = c + productTail;
  const tTail = sumError(c, productTail, t);
  const v = product + t;
  const vTail = sumError(product, t, v);
  let z = tTail + vTail;
  const zTail = sumError(tTail, vTail, z);
  if (zTail !== 0) {
    // Rounding to odd keeps the last addition from rounding twice.
    bits[0] = z;
    if ((words[LOW]! & 1) === 0) {
      const away = zTail > 0 === z > 0;
      if (away) {
        words[LOW]! |= 1;
      } else if (words[LOW] === 0) {
        words[LOW] = 0xffffffff;
        words[1 - LOW]!--;
      } else {
        words[LOW]!--;
      }
      z = bits[0]!;
    }
  }
  return v + z;
}

/** What `sum = a + b` lost to rounding (Knuth's TwoSum). */
export function sumError(a: number, b: number, sum: number): number {
  const bPart = sum - a;
  return a - (sum - bPart) + (b - bPart);
}

/** What `product = a * b` lost to rounding (Dekker's product over Veltkamp's halves). */
export function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a);
  const aLow = a - aHigh;
  const bHigh = upperHalf(b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function upperHalf(x: number): number {
  const scaled = 134217729 * x;
  return scaled - (scaled - x);
}
