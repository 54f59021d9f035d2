import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '../errors.js';
import type { Engine, Generator, GeneratorState, Seed } from './generator.js';
import { SeedrandomGenerator } from './seedrandom.js';

/** What the default generator and `numpyRandom()` start from when nobody seeds them: a program repeats itself. */
export const DEFAULT_SEED = 0;

let current: Generator | undefined;

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
  current ??= new SeedrandomGenerator(DEFAULT_SEED);
  return current;
}

/**
 * Makes `generator` the default one and returns the one it replaces.
 *
 * @example
 * ```ts
 * import { defaultGenerator, setDefaultGenerator } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 *
 * const before = setDefaultGenerator(new TorchGenerator(1));
 * console.log(defaultGenerator().engine); // => torch
 * setDefaultGenerator(before);
 * ```
 */
export function setDefaultGenerator(generator: Generator): Generator {
  if (typeof generator?.random !== 'function')
    wrong(ArgumentError, 'setDefaultGenerator', 'the generator', 'a Generator', generator);
  const before = defaultGenerator();
  current = generator;
  return before;
}

/**
 * Seeds the default generator and returns it, as `torch.manual_seed`. `engine` changes to that engine; without it the
 * engine stays what it is (`SeedrandomGenerator` at the start). `numpyRandom()` has a seed of its own.
 *
 * @throws `Error` where the engine cannot take the seed; `TypeError` where it is no class.
 * @example
 * ```ts
 * import { manualSeed, SeedrandomGenerator } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 *
 * console.log(manualSeed(42, { engine: TorchGenerator }).permutation(4)); // => Int32Array(4) [ 2, 3, 0, 1 ]
 * manualSeed('any string', { engine: SeedrandomGenerator });
 * ```
 */
export function manualSeed(seed: Seed, options: { readonly engine?: Engine } = {}): Generator {
  checkOptions<{ readonly engine?: Engine }>(ArgumentError, 'manualSeed', options, { engine: 1 });
  const generator = defaultGenerator();
  const { engine } = options;
  if (engine !== undefined && typeof engine !== 'function') {
    wrong(TypeError, 'manualSeed', 'the engine', 'a class, such as TorchGenerator', engine);
  }
  if (engine === undefined || generator instanceof engine) return generator.manualSeed(seed);
  current = new engine(seed);
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
