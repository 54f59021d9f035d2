import seedrandom from 'seedrandom/seedrandom.js';
import { expect, it } from 'vitest';
import { SeedrandomGenerator } from './seedrandom.js';

it('is the stream of the package', () => {
  const stream = seedrandom('a string');
  const generator = new SeedrandomGenerator('a string');
  const values = Array.from({ length: 20 }, () => stream());
  expect([...generator.uniform(10, 0, 1, 'float64')]).toEqual(values.slice(0, 10));
  expect(Array.from({ length: 10 }, () => generator.random())).toEqual(values.slice(10));
  const single = new SeedrandomGenerator('a string').uniform(10);
  for (const [i, x] of single.entries()) expect(values[i]! - x).toBeGreaterThanOrEqual(0);
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
