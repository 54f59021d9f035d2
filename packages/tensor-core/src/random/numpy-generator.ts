import { describe } from '@internal/arguments';
import { checkBounds, checkCount, checkNormal, checkProbabilities, checkWeights, newFloats } from './checks.js';
import type { FloatArrays, FloatDtype, Generator, GeneratorState, Seed } from './generator.js';
import { RandomState, type RandomStateState } from './numpy.js';

/**
 * NumPy's RandomState as a `Generator`, so that tensors can be drawn from it: every method is the NumPy call of that
 * name in float64, and float32 is that rounded (`.astype(np.float32)`). A Bernoulli draw is `random_sample() < p`, a
 * multinomial one is `choice` with the weights divided by their sum.
 *
 * @example
 * ```ts
 * import { NumpyGenerator, RandomState } from '@kindling/tensor-core/numpy';
 *
 * const generator = new NumpyGenerator(new RandomState(42));
 * console.log(generator.normal(2, 0, 1, 'float64')); // => Float64Array(2) [ 0.4967141530112327, -0.13826430117118466 ]
 * ```
 */
export class NumpyGenerator implements Generator {
  readonly engine = 'numpy';

  /** What it draws from. */
  readonly randomState: RandomState;

  /** Starts from a whole number from 0 to 2^32 - 1, or draws from a `RandomState` and so shares its stream. */
  constructor(source: Seed | RandomState = 0) {
    if (source instanceof RandomState) {
      this.randomState = source;
    } else {
      this.randomState = new RandomState();
      this.manualSeed(source);
    }
  }

  /** Starts again from a whole number from 0 to 2^32 - 1; throws for anything else. */
  manualSeed(seed: Seed): this {
    if (typeof seed !== 'number' && typeof seed !== 'bigint') {
      throw new Error(`manualSeed: the numpy engine takes a whole number from 0 to 2^32 - 1, got ${describe(seed)}`);
    }
    this.randomState.seed(Number(seed));
    return this;
  }

  initialSeed(): number {
    return this.randomState.initialSeed();
  }

  getState(): RandomStateState {
    return this.randomState.getState();
  }

  setState(state: GeneratorState): this {
    this.randomState.setState(state);
    return this;
  }

  random(): number {
    return this.randomState.randomSample();
  }

  uniform<D extends FloatDtype = 'float32'>(n: number, low = 0, high = 1, dtype?: D): FloatArrays[D] {
    checkCount('uniform', n);
    checkBounds('uniform', low, high);
    return as(this.randomState.uniform(low, high, n), dtype);
  }

  normal<D extends FloatDtype = 'float32'>(n: number, mean = 0, std = 1, dtype?: D): FloatArrays[D] {
    checkCount('normal', n);
    checkNormal('normal', mean, std);
    return as(this.randomState.normal(mean, std, n), dtype);
  }

  integers(n: number, low: number, high: number): Int32Array {
    checkCount('integers', n);
    return this.randomState.randint(low, high, n);
  }

  permutation(n: number): Int32Array {
    checkCount('permutation', n);
    return this.randomState.permutation(n);
  }

  bernoulli(n: number, p: number | Float32Array | Float64Array): Uint8Array {
    checkCount('bernoulli', n);
    checkProbabilities('bernoulli', n, p);
    return Uint8Array.from(this.randomState.randomSample(n), (value, i) =>
      value < (typeof p === 'number' ? p : p[i]!) ? 1 : 0,
    );
  }

  multinomial(
    weights: Float32Array | Float64Array | readonly number[],
    numSamples: number,
    replacement = false,
  ): Int32Array {
    checkWeights('multinomial', weights, numSamples, replacement);
    let total = 0;
    for (const weight of weights) total += weight;
    const p = Float64Array.from(weights, (weight) => weight / total);
    return this.randomState.choice(p.length, numSamples, { replace: replacement, p });
  }

  fork(): NumpyGenerator {
    return new NumpyGenerator(this.randomState.randint(0, 2 ** 32));
  }
}

function as<D extends FloatDtype>(values: Float64Array, dtype: D | undefined): FloatArrays[D] {
  if (dtype === 'float64') return values as FloatArrays[D];
  const out = newFloats(values.length, 'float32');
  out.set(values);
  return out as FloatArrays[D];
}
