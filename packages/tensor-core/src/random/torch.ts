import { describe } from '@internal/arguments';
import {
  checkBounds,
  checkCount,
  checkIntegers,
  checkNormal,
  checkProbabilities,
  checkState,
  checkWeights,
  newFloats,
} from './checks.js';
import { fma32, fma64 } from './exact.js';
import { ascending, swap } from './from-uniform.js';
import type { FloatArrays, FloatDtype, Generator, GeneratorState, Seed, TruncNormal } from './generator.js';
import { Mersenne, type MersenneState } from './mt19937.js';
import { roundedCos, roundedLog, roundedSin } from './rounded.js';
import { normals16Float64 } from './torch-normal.js';
import { normalsFloat32 } from './torch-normal-simd.js';
import { torchTruncNormal } from './torch-trunc-normal.js';

/** Where a `TorchGenerator` stands. */
export interface TorchGeneratorState extends GeneratorState, MersenneState {
  readonly engine: 'torch';
  /** The second half of a pair of normals that has not been asked for yet. */
  readonly cachedNormal: number | null;
}

/**
 * PyTorch's CPU generator (`torch.Generator`, version 1.13): the same seed gives the same stream.
 *
 * Uniforms, integers, permutations, Bernoulli and multinomial draws are PyTorch's bit for bit, and so are 16 or more
 * float32 normals (PyTorch's AVX2 path, which its official builds use too). Fewer than 16 normals and float64 normals
 * go through `Math.log`, `Math.cos` and `Math.sin`, whose last float64 bit belongs to the JavaScript engine.
 *
 * PyTorch built with Intel MKL draws `bernoulli_(p)`, and so dropout's mask, from another stream; here it is the one
 * of builds without it, such as Debian's.
 *
 * @example
 * ```ts
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 *
 * const generator = new TorchGenerator(42);
 * console.log(Array.from(generator.normal(3), (x) => x.toFixed(4)).join(' ')); // => 0.3367 0.1288 0.2345
 * console.log(generator.integers(4, 0, 10)); // => Int32Array(4) [ 0, 3, 8, 4 ]
 * ```
 */
export class TorchGenerator implements Generator {
  readonly engine = 'torch';
  private readonly twister = new Mersenne();
  private startedFrom: bigint = 0n;
  private cachedNormal: number | null = null;

  /** Throws where the seed is not a whole number from -2^63 to 2^64 - 1. */
  constructor(seed: Seed = 0) {
    this.manualSeed(seed);
  }

  /** Starts again from a whole number from -2^63 to 2^64 - 1, of which the stream depends on the low 32 bits. */
  manualSeed(seed: Seed): this {
    this.startedFrom = wholeSeed(seed);
    this.twister.seed(Number(this.startedFrom & 0xffffffffn));
    this.cachedNormal = null;
    return this;
  }

  /** The seed as PyTorch reports it: negative ones plus 2^64; a bigint where a number would not be exact. */
  initialSeed(): number | bigint {
    return this.startedFrom <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(this.startedFrom) : this.startedFrom;
  }

  getState(): TorchGeneratorState {
    const seed = this.initialSeed();
    return {
      engine: 'torch',
      seed: typeof seed === 'bigint' ? String(seed) : seed,
      ...this.twister.getState(),
      cachedNormal: this.cachedNormal,
    };
  }

  setState(state: GeneratorState): this {
    checkState(state, 'torch');
    const { key, position, cachedNormal, seed } = state as TorchGeneratorState;
    if (cachedNormal !== null && typeof cachedNormal !== 'number') {
      throw new Error('setState: the cached normal of a torch generator is a number or null');
    }
    const startedFrom = wholeSeed(typeof seed === 'string' && /^\d+$/.test(seed) ? BigInt(seed) : seed);
    this.twister.setState({ key, position });
    this.startedFrom = startedFrom;
    this.cachedNormal = cachedNormal;
    return this;
  }

  random(): number {
    const high = this.twister.next32();
    const low = this.twister.next32();
    return ((high & 0x1fffff) * 2 ** 32 + low) * 2 ** -53;
  }

  uniform<D extends FloatDtype = 'float32'>(n: number, low = 0, high = 1, dtype?: D): FloatArrays[D] {
    checkCount('uniform', n);
    checkBounds('uniform', low, high);
    const out: Float32Array | Float64Array = newFloats(n, dtype ?? 'float32');
    const plain = low === 0 && high === 1;
    if (out instanceof Float64Array) {
      const range = high - low;
      for (let i = 0; i < n; i++) out[i] = plain ? this.random() : fma64(this.random(), range, low);
    } else {
      this.fill(out);
      const from = Math.fround(low);
      const range = Math.fround(Math.fround(high) - from);
      if (!plain) for (let i = 0; i < n; i++) out[i] = fma32(out[i]!, range, from);
    }
    return out as FloatArrays[D];
  }

  normal<D extends FloatDtype = 'float32'>(n: number, mean = 0, std = 1, dtype?: D): FloatArrays[D] {
    checkCount('normal', n);
    checkNormal('normal', mean, std);
    const out: Float32Array | Float64Array = newFloats(n, dtype ?? 'float32');
    if (n < 16) {
      for (let i = 0; i < n; i++) out[i] = fma64(this.nextNormal(), std, mean);
    } else {
      this.fill(out);
      transform(out.subarray(0, n - (n % 16)), mean, std);
      if (n % 16 !== 0) {
        // The last 16 values are drawn anew, over whatever the blocks before had put there.
        const last = out.subarray(n - 16);
        this.fill(last);
        transform(last, mean, std);
      }
    }
    return out as FloatArrays[D];
  }

  integers(n: number, low: number, high: number): Int32Array {
    checkCount('integers', n);
    checkIntegers('integers', low, high);
    const out = new Int32Array(n);
    const range = high - low;
    // A range of 2^32 or more takes 64 bits a value; of the ranges inside int32 that is only the full one.
    const wide = range >= 2 ** 32;
    for (let i = 0; i < n; i++) {
      if (wide) this.twister.next32();
      out[i] = low + (this.twister.next32() % range);
    }
    return out;
  }

  permutation(n: number): Int32Array {
    checkCount('permutation', n);
    const out = ascending(n);
    const words = new Uint32Array(Math.max(n - 1, 0));
    this.twister.fill(words);
    for (let i = 0; i < n - 1; i++) swap(out, i, i + (words[i]! % (n - i)));
    return out;
  }

  bernoulli(n: number, p: number | Float32Array | Float64Array): Uint8Array {
    checkCount('bernoulli', n);
    checkProbabilities('bernoulli', n, p);
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      if (typeof p === 'number') out[i] = this.random() < p ? 1 : 0;
      else out[i] = this.draw(p) < p[i]! ? 1 : 0;
    }
    return out;
  }

  multinomial(
    weights: Float32Array | Float64Array | readonly number[],
    numSamples: number,
    replacement = false,
  ): Int32Array {
    checkWeights('multinomial', weights, numSamples, replacement);
    const typed = weights instanceof Float64Array ? weights : Float32Array.from(weights);
    return replacement ? this.multinomialByTable(typed, numSamples) : this.multinomialByRace(typed, numSamples);
  }

  truncNormal<D extends FloatDtype>(n: number, distribution: TruncNormal, dtype: D): FloatArrays[D] {
    return torchTruncNormal(this, n, distribution, dtype);
  }

  fork(): TorchGenerator {
    // `torch.empty((), dtype=torch.int64).random_()`
    const high = this.twister.next32() & 0x7fffffff;
    return new TorchGenerator((BigInt(high) << 32n) | BigInt(this.twister.next32()));
  }

  /** With replacement: a binary search in the cumulative distribution, which has the precision of the weights. */
  private multinomialByTable(weights: Float32Array | Float64Array, numSamples: number): Int32Array {
    const size = weights.length;
    const cumulative = newFloats(size, weights instanceof Float64Array ? 'float64' : 'float32');
    let sum = 0;
    for (let i = 0; i < size; i++) {
      cumulative[i] = sum + weights[i]!;
      sum = cumulative[i]!;
    }
    for (let i = 0; i < size; i++) cumulative[i] = cumulative[i]! / sum;
    cumulative[size - 1] = 1;
    return Int32Array.from({ length: numSamples }, () => {
      const sample = this.random();
      let from = 0;
      let to = size;
      while (from < to) {
        const middle = (from + to) >> 1;
        if (cumulative[middle]! < sample) from = middle + 1;
        else to = middle;
      }
      return from;
    });
  }

  /** Without replacement: the largest weight / exponential wins, the next largest is second, and so on. */
  private multinomialByRace(weights: Float32Array | Float64Array, numSamples: number): Int32Array {
    const score = weights.map(() => -roundedLog(1 - this.random()));
    for (let i = 0; i < score.length; i++) score[i] = weights[i]! / score[i]!;
    return ascending(score.length)
      .sort((a, b) => score[b]! - score[a]!)
      .slice(0, numSamples);
  }

  private random24(): number {
    return (this.twister.next32() & 0xffffff) * 2 ** -24;
  }

  /** One uniform in [0, 1) with as many bits as the array's elements hold. */
  private draw(like: Float32Array | Float64Array): number {
    return like instanceof Float64Array ? this.random() : this.random24();
  }

  /** The same for every element of the array. */
  private fill(out: Float32Array | Float64Array): void {
    if (out instanceof Float64Array) {
      for (let i = 0; i < out.length; i++) out[i] = this.random();
    } else {
      // The words lie where the values will.
      const words = new Uint32Array(out.buffer, out.byteOffset, out.length);
      this.twister.fill(words);
      for (let i = 0; i < out.length; i++) out[i] = (words[i]! & 0xffffff) * 2 ** -24;
    }
  }

  /** One float64 normal; they come in pairs, and the second waits for the next call. */
  private nextNormal(): number {
    if (this.cachedNormal !== null) {
      const value = this.cachedNormal;
      this.cachedNormal = null;
      return value;
    }
    const u1 = this.random();
    const u2 = this.random();
    const radius = Math.sqrt(-2 * roundedLog(1 - u2));
    const theta = 2 * Math.PI * u1;
    this.cachedNormal = radius * roundedSin(theta);
    return radius * roundedCos(theta);
  }
}

/** Makes normals of uniforms, as many as there are whole blocks of 16. */
function transform(out: Float32Array | Float64Array, mean: number, std: number): void {
  if (out instanceof Float64Array) for (let at = 0; at < out.length; at += 16) normals16Float64(out, at, mean, std);
  else normalsFloat32(out, Math.fround(mean), Math.fround(std));
}

function wholeSeed(seed: Seed): bigint {
  const whole = typeof seed === 'bigint' || (typeof seed === 'number' && Number.isInteger(seed));
  const value = whole ? BigInt(seed) : 0n;
  if (!whole || value < -(2n ** 63n) || value >= 2n ** 64n) {
    throw new Error(`manualSeed: the torch engine takes a whole number from -2^63 to 2^64 - 1, got ${describe(seed)}`);
  }
  return BigInt.asUintN(64, value);
}
