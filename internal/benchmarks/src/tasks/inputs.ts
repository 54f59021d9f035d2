import type { Network } from './work.ts';

/** A number of [0, 1) that follows from `i` and `stream` alone, so that other languages make the same weights. */
export function uniform(i: number, stream: number): number {
  let h = (i + Math.imul(stream, 0x9e3779b9)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const cache = new Map<string, Float32Array>();

/** `size` numbers between -`bound` and `bound`; the same array each time, so a caller must not write to it. */
export function numbers(size: number, bound: number, stream: number): Float32Array {
  const key = `${size} ${bound} ${stream}`;
  let values = cache.get(key);
  if (values === undefined) {
    values = Float32Array.from({ length: size }, (_, i) => bound * (2 * uniform(i, stream) - 1));
    if (size < 2e6) cache.set(key, values);
  }
  return values;
}

/** Weight [out, in] and bias [out] of each layer, as PyTorch draws them: uniform within 1 / sqrt(in). */
export function initialWeights(
  network: Network,
): { weight: Float32Array; bias: Float32Array; shape: [number, number] }[] {
  return network.sizes.slice(1).map((out, layer) => {
    const features = network.sizes[layer]!;
    const bound = 1 / Math.sqrt(features);
    return {
      weight: numbers(out * features, bound, 2 * layer + 1),
      bias: numbers(out, bound, 2 * layer + 2),
      shape: [out, features],
    };
  });
}

/** The rows to predict: between 0 and 1, as the sonar's are. */
export function predictRows(network: Network, rows: number): Float32Array {
  return numbers(rows * network.sizes[0]!, 0.5, 100).map((v) => v + 0.5);
}

/** What is mapped or summed up: between -4 and 4. */
export function mapInput(size: number): Float32Array {
  return numbers(size, 4, 101);
}

/** The two sides of a product. */
export function matmulInput(m: number, k: number, n: number): [Float32Array, Float32Array] {
  return [numbers(m * k, 1, 102), numbers(k * n, 1, 103)];
}

/** Up to 16 elements of a result, spread over it. */
export function sample(values: ArrayLike<number>): number[] {
  const count = Math.min(16, values.length);
  return Array.from(
    { length: count },
    (_, i) => values[Math.floor((i * (values.length - 1)) / Math.max(1, count - 1))]!,
  );
}
