import type { EngineName, Generator, GeneratorState, Seed } from './generator.js';
import { RandomState } from './numpy.js';
import { NumpyGenerator } from './numpy-generator.js';
import { SeedrandomGenerator } from './seedrandom.js';
import { TorchGenerator } from './torch.js';

/** What the default generator and `numpyRandom()` start from when nobody seeds them: a program repeats itself. */
export const DEFAULT_SEED = 0;

let current: Generator | undefined;
let numpy: RandomState | undefined;

/**
 * A new generator of the named engine. Throws where the engine does not exist or cannot take the seed.
 *
 * @example
 * ```ts
 * import { createGenerator } from '@kindling/tensor-core';
 *
 * console.log(createGenerator('torch', 42).integers(3, 0, 100)); // => Int32Array(3) [ 42, 67, 76 ]
 * ```
 */
export function createGenerator(engine: EngineName = 'seedrandom', seed: Seed = DEFAULT_SEED): Generator {
  switch (engine) {
    case 'seedrandom':
      return new SeedrandomGenerator(seed);
    case 'torch':
      return new TorchGenerator(seed);
    case 'numpy':
      return new NumpyGenerator().manualSeed(seed);
    default:
      throw new Error(
        `createGenerator: there is no engine ${JSON.stringify(engine)}, only seedrandom, torch and numpy`,
      );
  }
}

/**
 * The generator that `rand`, `randn`, the layers' inits, dropout and shuffling draw from: until it is seeded,
 * seedrandom with `DEFAULT_SEED`.
 *
 * @example
 * ```ts
 * import { defaultGenerator, manualSeed } from '@kindling/tensor-core';
 *
 * manualSeed(42);
 * console.log(defaultGenerator().initialSeed()); // => 42
 * ```
 */
export function defaultGenerator(): Generator {
  current ??= createGenerator();
  return current;
}

/**
 * Makes `generator` the default one and returns the one it replaces.
 *
 * @example
 * ```ts
 * import { createGenerator, defaultGenerator, setDefaultGenerator } from '@kindling/tensor-core';
 *
 * const before = setDefaultGenerator(createGenerator('torch', 1));
 * console.log(defaultGenerator().engine); // => torch
 * setDefaultGenerator(before);
 * ```
 */
export function setDefaultGenerator(generator: Generator): Generator {
  const before = defaultGenerator();
  current = generator;
  return before;
}

/**
 * Seeds the default generator and returns it, as `torch.manual_seed`. `engine` changes to that engine; without it the
 * engine stays what it is (seedrandom at the start). `numpyRandom()` has a seed of its own.
 *
 * @example
 * ```ts
 * import { manualSeed } from '@kindling/tensor-core';
 *
 * console.log(manualSeed(42, { engine: 'torch' }).permutation(4)); // => Int32Array(4) [ 2, 3, 0, 1 ]
 * manualSeed('any string', { engine: 'seedrandom' });
 * ```
 */
export function manualSeed(seed: Seed, options: { readonly engine?: EngineName } = {}): Generator {
  const generator = defaultGenerator();
  if (options.engine === undefined || options.engine === generator.engine) return generator.manualSeed(seed);
  current = createGenerator(options.engine, seed);
  return current;
}

/**
 * Where the default generator's stream stands, as plain data.
 *
 * @example
 * ```ts
 * import { defaultGenerator, getRngState, setRngState } from '@kindling/tensor-core';
 *
 * const state = JSON.parse(JSON.stringify(getRngState()));
 * const first = defaultGenerator().random();
 * setRngState(state);
 * console.log(defaultGenerator().random() === first); // => true
 * ```
 */
export function getRngState(): GeneratorState {
  return defaultGenerator().getState();
}

/**
 * Takes the default generator back to `state`; throws where that comes from another engine than the current one.
 *
 * @example
 * ```ts
 * import { defaultGenerator, getRngState, setRngState } from '@kindling/tensor-core';
 *
 * const state = getRngState();
 * const first = defaultGenerator().permutation(20);
 * setRngState(state);
 * console.log(defaultGenerator().permutation(20).join() === first.join()); // => true
 * ```
 */
export function setRngState(state: GeneratorState): void {
  defaultGenerator().setState(state);
}

/**
 * The shared RandomState that plays the part of `np.random`: splits and data generators without a `randomState` draw
 * from it, one after the other. It starts from `DEFAULT_SEED`; `numpyRandom().seed(n)` is `np.random.seed(n)`.
 *
 * @example
 * ```ts
 * import { numpyRandom } from '@kindling/tensor-core';
 *
 * numpyRandom().seed(0);
 * console.log(numpyRandom().randint(0, 10, 3)); // => Int32Array(3) [ 5, 0, 3 ]
 * ```
 */
export function numpyRandom(): RandomState {
  numpy ??= new RandomState(DEFAULT_SEED);
  return numpy;
}
