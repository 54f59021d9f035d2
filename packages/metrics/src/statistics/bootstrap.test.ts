import { expect, test } from 'vitest';
import { accuracyScore } from '../accuracy.js';
import { rocAucScore } from '../roc-auc-score.js';
import { bootstrapInterval } from './bootstrap.js';
import { rocAucInterval } from './delong.js';
import { Draws } from './draws.js';

const truth = Array.from({ length: 200 }, (_, i) => i % 2);
const scores = truth.map((label, i) => label + 2 * Math.sin(i * 12.9898));

test('the same seed gives the same interval, another seed another', () => {
  const draw = (seed: number) => bootstrapInterval(rocAucScore, truth, scores, { seed, resamples: 100 });
  expect(draw(3)).toEqual(draw(3));
  expect(draw(4)).not.toEqual(draw(3));
});

test('lies close to that of DeLong', () => {
  const a = bootstrapInterval(rocAucScore, truth, scores, { seed: 1 });
  const b = rocAucInterval(truth, scores);
  expect(a.estimate).toBeCloseTo(b.estimate, 14);
  expect(Math.abs(a.low - b.low)).toBeLessThan(0.02);
  expect(Math.abs(a.high - b.high)).toBeLessThan(0.02);
});

test('takes texts, and names what is wrong', () => {
  const texts = truth.map((label) => (label ? 'yes' : 'no'));
  const interval = bootstrapInterval(accuracyScore, texts, texts, { resamples: 20 });
  expect(interval).toEqual({ estimate: 1, low: 1, high: 1, confidence: 0.95 });
  expect(() => bootstrapInterval('auc' as never, truth, scores)).toThrow(
    'metric must be a function of yTrue and yScore',
  );
  expect(() => bootstrapInterval(rocAucScore, truth, scores, { resample: 9 } as object)).toThrow(
    "did you mean 'resamples'",
  );
  expect(() => bootstrapInterval(rocAucScore, truth, scores, { confidence: 95 })).toThrow('a number in (0, 1), not 95');
  expect(() => bootstrapInterval(rocAucScore, truth, scores, { seed: 0.5 })).toThrow('seed must be a whole number');
});

test('draws are spread evenly, and a permutation holds each position once', () => {
  const draws = new Draws('test', 5);
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 6000; i++) counts[draws.below(6)]!++;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  expect([...draws.permutation(50)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
});
