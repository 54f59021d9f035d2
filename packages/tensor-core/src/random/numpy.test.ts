import { expect, it } from 'vitest';
import { RandomState } from './numpy.js';

it('draws what np.random.seed(0) prints in tutorials', () => {
  const rng = new RandomState(0);
  expect(rng.rand(3)).toEqual(Float64Array.of(0.5488135039273248, 0.7151893663724195, 0.6027633760716439));
  expect([...rng.seed(0).randn(3)].map((x) => Math.round(x * 1e8) / 1e8)).toEqual([1.76405235, 0.40015721, 0.97873798]);
});

it('returns one number where no count is given, from the same stream', () => {
  const [one, many] = [new RandomState(5), new RandomState(5)];
  expect([one.rand(), one.uniform(1, 3), one.randn(), one.normal(2, 3), one.randint(0, 9), one.randomSample()]).toEqual(
    [
      many.rand(1)[0],
      many.uniform(1, 3, 1)[0],
      many.randn(1)[0],
      many.normal(2, 3, 1)[0],
      many.randint(0, 9, 1)[0],
      many.randomSample(1)[0],
    ],
  );
});

it('shuffles rows in place and permutes copies', () => {
  const rows = [
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
  ];
  const order = new RandomState(2).permutation(4);
  expect(new RandomState(2).permutation(rows)).toEqual([...order].map((i) => rows[i]));
  expect(rows[0]).toEqual([0, 0]);
  new RandomState(2).shuffle(rows);
  expect(rows.map((row) => row[0])).toEqual([...order]);
  const typed = Float64Array.of(0, 1, 2, 3);
  new RandomState(2).shuffle(typed);
  expect([...typed]).toEqual([...order]);
});

it('refuses seeds that NumPy refuses', () => {
  for (const seed of [-1, 2 ** 32, 0.5, Number.NaN]) {
    expect(() => new RandomState(seed)).toThrow(`takes whole numbers from 0 to 2^32 - 1, got ${seed}`);
  }
  expect(() => new RandomState([])).toThrow('the list of seeds is empty');
});

it('refuses choices that cannot be made', () => {
  const rng = new RandomState();
  expect(() => rng.choice(3, 4, { replace: false })).toThrow('cannot take 4 of 3 without replacement');
  expect(() => rng.choice(0, 1)).toThrow('nothing to choose from');
  expect(() => rng.choice(2, 1, { p: [0.5] })).toThrow('got 1 probabilities for 2 indices');
  expect(() => rng.choice(2, 1, { p: [0.5, 0.4] })).toThrow('add up to 0.9, not 1');
  expect(() => rng.choice(2, 1, { p: [1.5, -0.5] })).toThrow('got -0.5 at 1');
  expect(() => rng.choice(2, 2, { p: [1, 0], replace: false })).toThrow('of 1 that are not of probability 0');
  expect(rng.choice(0, 0)).toHaveLength(0);
});

it('refuses ranges that cannot be drawn', () => {
  const rng = new RandomState();
  expect(() => rng.randint(3, 3)).toThrow('low < high within 2^53, got 3 and 3');
  expect(() => rng.randint(0, 2 ** 54)).toThrow('within 2^53');
  expect(() => rng.randint(0, 2 ** 32, 3)).toThrow('does not fit int32');
});
