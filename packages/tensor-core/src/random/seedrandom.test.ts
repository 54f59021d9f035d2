// Gives the engine its normal values, as every import of the package but a bundler's does.
import '../methods/seldom.js';
import seedrandom from 'seedrandom/seedrandom.js';
import { expect, it } from 'vitest';
import { SeedrandomGenerator } from './seedrandom.js';

it('is the stream of the package', () => {
  const stream = seedrandom('a string');
  const generator = new SeedrandomGenerator('a string');
  const values = Array.from({ length: 20 }, () => stream());
  expect(Array.from({ length: 10 }, () => generator.random())).toEqual(values.slice(0, 10));
  const whole = generator.integers(10, 0, 1000);
  expect([...whole]).toEqual(values.slice(10).map((x) => Math.floor(1000 * x)));
});

it('draws the same on every machine', () => {
  const hex = (values: ArrayLike<number>): string =>
    Array.from(new BigUint64Array(Float64Array.from(values).buffer), (bits) => bits.toString(16)).join(' ');
  const generator = new SeedrandomGenerator(42);
  expect(hex(generator.uniform(4, -1, 1))).toBe('3fe9f10240000000 bfec285640000000 bfe1980580000000 bfd55ce480000000');
  expect(hex(generator.uniform(4, -1, 1, 'float64'))).toBe(
    'bfe8dc9e8b74b0ba bfd3e65003be3370 bfe241ea7c9966a0 bfe0fad288047274',
  );
  expect(hex(generator.normal(4))).toBe('bff219b100000000 3fd683ae00000000 bff475a660000000 3ff03d9700000000');
  expect(hex(generator.normal(4, 1, 2, 'float64'))).toBe(
    'bffc600e07dadc5a 3ff6576437ad0367 3ff505c7c4690c16 bffe1be4fccc4a34',
  );
  // Enough for every layer, its corner and the tail.
  const sum = generator.normal(100_000, 0, 1, 'float64').reduce((a, b) => a + b, 0);
  expect(hex([sum])).toBe('407035e33206ea77');
  expect(generator.bernoulli(30, 0.3).join('')).toBe('000101000110000000001000000110');
});

it('takes 16 bytes for a call, however many values it makes', () => {
  const [one, many] = [new SeedrandomGenerator(7), new SeedrandomGenerator(7)];
  one.normal(1);
  many.normal(1001, 0, 1, 'float64');
  expect(one.getState()).toEqual(many.getState());
  expect(one.uniform(3)).toEqual(many.uniform(3));
});

it('takes any number or string, and tells them apart', () => {
  const first = (seed: number | bigint | string): number => new SeedrandomGenerator(seed).random();
  const seeds = [42, '42', -1, 1.5, 1e300, '', 'ü', Number.POSITIVE_INFINITY];
  expect(new Set(seeds.map(first)).size).toBe(seeds.length);
  expect(first(42n)).toBe(first('42'));
  expect(() => first(Number.NaN)).toThrow('the seed is NaN');
  expect(() => first(undefined as unknown as number)).not.toThrow();
  expect(() => first(null as unknown as number)).toThrow('takes a number or a string, got object');
});
