import type { Kind } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { normals } from '@kindling/tensor-core/internal';
import { NumpyGenerator, numpyRandom, RandomState } from '@kindling/tensor-core/numpy';

/** The few draws that splits and data generators need, under NumPy's names and with NumPy's order of arguments. */
export interface RandomSource {
  /** `n` values evenly over [low, high). */
  uniform(low: number, high: number, n: number): Float64Array;
  /** `n` normal values of mean `loc` and standard deviation `scale`. */
  normal(loc: number, scale: number, n: number): Float64Array;
  /** `n` whole numbers from `low` to `high - 1`. */
  randint(low: number, high: number, n: number): Int32Array;
  /** The numbers 0 to `n - 1` in random order. */
  permutation(n: number): Int32Array;
  /** Puts the elements in random order, in place. */
  shuffle(items: Int32Array): void;
}

/**
 * Where a split or a data generator draws from, as scikit-learn's `random_state`: a whole number starts a fresh
 * `RandomState`, a `RandomState` is drawn from and so goes on, a `Generator` of any engine gives the same algorithms
 * another stream, and nothing at all means the shared `numpyRandom()`.
 */
export type RandomStateLike = number | RandomSource | Generator;

/** What checks of options say of a `randomState`. */
export const aRandomState: Kind = [
  'a whole number, a RandomState or a generator',
  (value) =>
    (typeof value === 'number' && !Number.isNaN(value)) ||
    (typeof value === 'object' && value !== null && 'uniform' in value && 'permutation' in value),
];

/** The source that a `randomState` option stands for. */
export function randomSource(randomState: RandomStateLike | undefined): RandomSource {
  if (randomState === undefined) return numpyRandom();
  if (typeof randomState === 'number') return new RandomState(randomState);
  if (randomState instanceof NumpyGenerator) return randomState.randomState;
  return isGenerator(randomState) ? fromGenerator(randomState) : randomState;
}

function isGenerator(source: RandomSource | Generator): source is Generator {
  return 'engine' in source;
}

function fromGenerator(generator: Generator): RandomSource {
  return {
    uniform: (low, high, n) => generator.uniform(n, low, high, 'float64'),
    normal: (loc, scale, n) => normals(generator, n, loc, scale, 'float64'),
    randint: (low, high, n) => generator.integers(n, low, high),
    permutation: (n) => generator.permutation(n),
    shuffle(items) {
      const before = items.slice();
      const order = generator.permutation(items.length);
      for (let i = 0; i < items.length; i++) items[i] = before[order[i]!]!;
    },
  };
}
