import { expect, test } from 'vitest';
import { correctedResampledTTest } from './corrected-t-test.js';
import { scoresInterval } from './scores-interval.js';

const scores = [0.84, 0.86, 0.83, 0.88, 0.85];

test('says which method it is of', () => {
  const corrected = scoresInterval(scores, { testOverTrain: 0.25 });
  const { low, high } = correctedResampledTTest(scores, [0, 0, 0, 0, 0], { testOverTrain: 0.25 });
  expect(corrected).toMatchObject({ low, high, method: 'corrected-t', confidence: 0.95 });
  // numpy.std(scores, ddof=1)
  expect(corrected.deviation).toBeCloseTo(0.01923538406167136, 15);
  const drawn = scoresInterval(scores, { method: 'bootstrap', seed: 2 });
  expect(drawn).toEqual(scoresInterval(scores, { method: 'bootstrap', seed: 2 }));
  expect(drawn).not.toEqual(scoresInterval(scores, { method: 'bootstrap', seed: 3 }));
  expect(drawn.low).toBeGreaterThan(0.83);
  expect(drawn.high).toBeLessThan(0.88);
  expect(drawn.low < 0.852 && 0.852 < drawn.high).toBe(true);
});

test('says what is wrong; equal scores have an interval without width', () => {
  expect(scoresInterval([1, 1, 1])).toMatchObject({ low: 1, high: 1, deviation: 0 });
  expect(() => scoresInterval([1])).toThrow('scoresInterval: 1 score has no variance; give two or more');
  expect(() => scoresInterval([1, Number.NaN])).toThrow('scores');
  expect(() => scoresInterval(scores, { method: 'student' as never })).toThrow('method');
  expect(() => scoresInterval(scores, { metod: 't' } as object)).toThrow("did you mean 'method'?");
});
