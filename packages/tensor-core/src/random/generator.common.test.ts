// Gives the engine its normal values, as every import of the package but a bundler's does.
import '../methods/seldom.js';
import { describe, expect, it } from 'vitest';
import type { GeneratorState } from './generator.js';
import { NumpyGenerator } from './numpy-generator.js';
import { SeedrandomGenerator } from './seedrandom.js';
import { TorchGenerator } from './torch.js';
import { drawWeighted } from './weighted.js';

const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

const engines = { seedrandom: SeedrandomGenerator, torch: TorchGenerator, numpy: NumpyGenerator };

describe.each(Object.entries(engines))('engine %s', (engine, Engine) => {
  const make = (seed = 1) => new Engine(seed);

  it('says its engine and seed, and repeats itself', () => {
    const generator = make(12);
    expect(generator.engine).toBe(engine);
    expect(generator.initialSeed()).toBe(12);
    const first = generator.uniform(50);
    expect(make(12).uniform(50)).toEqual(first);
    expect(generator.uniform(50)).not.toEqual(first);
    expect(generator.manualSeed(12)).toBe(generator);
    expect(generator.uniform(50)).toEqual(first);
    expect(make(13).uniform(50)).not.toEqual(first);
  });

  it('goes on from a state that went through JSON, with the normal that was waiting', () => {
    const generator = make(3);
    generator.normal(3);
    const state = JSON.parse(JSON.stringify(generator.getState())) as GeneratorState;
    const draws = (from = generator) => [
      from.normal(5),
      from.uniform(3),
      from.permutation(9),
      from.normal(20, 1, 2, 'float64'),
    ];
    const first = draws();
    expect(draws()).not.toEqual(first);
    generator.setState(state);
    expect(draws()).toEqual(first);
    const other = make(99).setState(state);
    expect(draws(other)).toEqual(first);
    expect(other.initialSeed()).toBe(3);
  });

  it('keeps its state apart from the copies it hands out', () => {
    const generator = make();
    const state = generator.getState();
    const frozen = JSON.stringify(state);
    const first = generator.random();
    expect(JSON.stringify(state)).toBe(frozen);
    generator.setState(state);
    generator.uniform(1000);
    expect(JSON.stringify(state)).toBe(frozen);
    expect(generator.setState(state).random()).toBe(first);
  });

  it('refuses the state of another engine, and a damaged one', () => {
    const generator = make();
    for (const [other, Other] of Object.entries(engines).filter(([name]) => name !== engine)) {
      expect(() => generator.setState(new Other().getState())).toThrow(
        `setState: a ${engine} generator cannot take the state of "${other}"`,
      );
    }
    expect(() => generator.setState({ engine, seed: 0 })).toThrow('setState');
    const before = generator.getState();
    const broken = { ...before, key: [1, 2, 3], arc4: { i: 0, j: 0, S: [300] } };
    expect(() => generator.setState(broken)).toThrow('setState');
    expect(generator.getState()).toEqual(before);
  });

  it('draws uniforms within their bounds, of both dtypes', () => {
    const generator = make();
    const unit = generator.uniform(2000);
    expect(unit).toBeInstanceOf(Float32Array);
    expect(unit.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(Math.abs(mean(unit) - 0.5)).toBeLessThan(0.03);
    const wide = generator.uniform(2000, -3, 5, 'float64');
    expect(wide).toBeInstanceOf(Float64Array);
    expect(wide.every((x) => x >= -3 && x < 5)).toBe(true);
    expect(Math.abs(mean(wide) - 1)).toBeLessThan(0.2);
    expect(generator.uniform(3, 2, 2)).toEqual(new Float32Array([2, 2, 2]));
    const one = generator.random();
    expect(one >= 0 && one < 1).toBe(true);
  });

  it('draws normals of the mean and spread asked for', () => {
    const generator = make();
    for (const n of [1, 2, 15, 16, 17, 5001]) expect(generator.normal(n)).toHaveLength(n);
    const values = generator.normal(5001, 2, 3, 'float64');
    const centre = mean(values);
    expect(Math.abs(centre - 2)).toBeLessThan(0.15);
    expect(Math.abs(Math.sqrt(mean(values.map((x) => (x - centre) ** 2))) - 3)).toBeLessThan(0.1);
    expect(generator.normal(3, 5, 0)).toEqual(new Float32Array([5, 5, 5]));
  });

  it('draws every whole number of a range, and the full int32 range', () => {
    const generator = make();
    expect([...new Set(generator.integers(500, -2, 3))].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
    const wide = generator.integers(100, -(2 ** 31), 2 ** 31);
    expect(wide.some((x) => x < -1e9) && wide.some((x) => x > 1e9)).toBe(true);
  });

  it('permutes', () => {
    const generator = make();
    for (const n of [0, 1, 2, 100]) {
      expect([...generator.permutation(n)].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
    }
    expect(generator.permutation(100)).not.toEqual(generator.permutation(100));
  });

  it('draws Bernoulli values of one probability or many', () => {
    const generator = make();
    expect(Math.abs(mean(generator.bernoulli(5000, 0.3)) - 0.3)).toBeLessThan(0.03);
    expect(generator.bernoulli(3, Float32Array.of(0, 1, 0))).toEqual(Uint8Array.of(0, 1, 0));
    expect(generator.bernoulli(2, Float64Array.of(1, 0))).toEqual(Uint8Array.of(1, 0));
    expect(generator.bernoulli(50, 0).some(Boolean)).toBe(false);
    expect(generator.bernoulli(50, 1).every(Boolean)).toBe(true);
  });

  it('draws indices by weight', () => {
    const generator = make();
    const weights = [1, 0, 3, 6];
    const drawn = drawWeighted(generator, weights, 5000, true);
    const share = (index: number): number => drawn.filter((i) => i === index).length / 5000;
    expect(share(1)).toBe(0);
    expect(Math.abs(share(0) - 0.1)).toBeLessThan(0.02);
    expect(Math.abs(share(3) - 0.6)).toBeLessThan(0.03);
    const firsts = Array.from({ length: 2000 }, () => drawWeighted(generator, weights, 3));
    expect(firsts.every((indices) => new Set(indices).size === 3 && !indices.includes(1))).toBe(true);
    expect(Math.abs(mean(firsts.map((indices) => (indices[0] === 3 ? 1 : 0))) - 0.6)).toBeLessThan(0.05);
  });

  it('forks streams of their own, each from another seed', () => {
    const generator = make();
    const [first, second] = [generator.fork(), generator.fork()];
    expect(first.engine).toBe(engine);
    expect(first.initialSeed()).not.toBe(second.initialSeed());
    const same = make().fork();
    expect(same.initialSeed()).toBe(first.initialSeed());
    expect(same.random()).toBe(first.random());
    expect(new Engine(second.initialSeed()).random()).toBe(second.random());
  });

  it('refuses what cannot be drawn', () => {
    const generator = make();
    expect(() => generator.uniform(-1)).toThrow('uniform: the number of values must be a whole number from 0, not -1');
    expect(() => generator.uniform(1.5)).toThrow('not 1.5');
    expect(() => generator.uniform(1, 2, 1)).toThrow('low <= high, got low = 2, high = 1');
    expect(() => generator.uniform(1, 0, Number.POSITIVE_INFINITY)).toThrow('finite bounds');
    expect(() => generator.normal(1, 0, -1)).toThrow('normal: expects std >= 0, got -1');
    expect(() => generator.normal(1, Number.NaN)).toThrow('the mean must be a number, not NaN');
    expect(() => generator.integers(1, 3, 3)).toThrow('low must be less than high, got low = 3, high = 3');
    expect(() => generator.integers(1, 0.5, 3)).toThrow('low and high must be whole numbers, not 0.5');
    expect(() => generator.integers(1, 0, 2 ** 31 + 1)).toThrow('does not fit int32');
    expect(() => generator.permutation(-2)).toThrow('permutation');
    expect(() => generator.bernoulli(1, 1.1)).toThrow('expects p in [0, 1], got 1.1');
    expect(() => generator.bernoulli(3, new Float32Array(2))).toThrow('got 2 probabilities for 3 values');
    expect(() => generator.bernoulli(2, Float64Array.of(0, -1))).toThrow('got -1 at 1');
    expect(() => drawWeighted(generator, [1, 2], 0)).toThrow('1 or more');
    expect(() => drawWeighted(generator, [1, -2], 1)).toThrow('got -2 at 1');
    expect(() => drawWeighted(generator, [0, 0], 1)).toThrow('the weights add up to 0');
    expect(() => drawWeighted(generator, [1, 0, 2], 3)).toThrow(
      'cannot draw 3 without replacement from 2 weights above 0',
    );
  });
});
