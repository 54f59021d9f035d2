import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DEFAULT_SEED,
  defaultGenerator,
  getRngState,
  manualSeed,
  setDefaultGenerator,
  setRngState,
} from './default.js';
import type { Generator } from './generator.js';
import { RandomState } from './numpy.js';
import { numpyRandom } from './numpy-random.js';
import { SeedrandomGenerator } from './seedrandom.js';
import { TorchGenerator } from './torch.js';

let before: Generator;
beforeEach(() => {
  before = setDefaultGenerator(new SeedrandomGenerator());
});
afterEach(() => {
  setDefaultGenerator(before);
});

describe('the default generator', () => {
  it('is seedrandom from the documented seed until it is seeded', () => {
    expect(before.engine).toBe('seedrandom');
    expect(before.initialSeed()).toBe(DEFAULT_SEED);
  });

  it('keeps its engine unless another is named', () => {
    expect(manualSeed('words').engine).toBe('seedrandom');
    expect(manualSeed(5, { engine: TorchGenerator })).toBe(defaultGenerator());
    expect(defaultGenerator().engine).toBe('torch');
    const generator = defaultGenerator();
    expect(manualSeed(6)).toBe(generator);
    expect(manualSeed(6, { engine: TorchGenerator })).toBe(generator);
    expect(generator.permutation(10)).toEqual(new TorchGenerator(6).permutation(10));
    expect(manualSeed(6, { engine: SeedrandomGenerator }).engine).toBe('seedrandom');
  });

  it('keeps the old one where the seed does not suit the new engine', () => {
    const generator = defaultGenerator();
    expect(() => manualSeed('words', { engine: TorchGenerator })).toThrow("got a string 'words'");
    expect(defaultGenerator()).toBe(generator);
    expect(() => manualSeed(1, { engine: 'torch' as never })).toThrow(
      "manualSeed: the engine must be a class, such as TorchGenerator, not a string 'torch'",
    );
    expect(defaultGenerator()).toBe(generator);
  });

  it('gives and takes its state', () => {
    manualSeed(1, { engine: TorchGenerator });
    const state = getRngState();
    const first = defaultGenerator().normal(3);
    setRngState(state);
    expect(defaultGenerator().normal(3)).toEqual(first);
    manualSeed(1, { engine: SeedrandomGenerator });
    expect(() => setRngState(state)).toThrow('a seedrandom generator cannot take the state of "torch"');
  });
});

it('numpyRandom is one stream, seeded on its own', () => {
  const rng = numpyRandom();
  expect(numpyRandom()).toBe(rng);
  rng.seed(3);
  manualSeed(77);
  expect(rng.rand(4)).toEqual(new RandomState(3).rand(4));
});
