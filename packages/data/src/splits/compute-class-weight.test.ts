import { SeedrandomGenerator } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { WeightedRandomSampler } from '../samplers.js';
import { computeClassWeight } from './compute-class-weight.js';

it('makes a sampler draw all classes alike, from their labels', () => {
  const labels = Array.from({ length: 300 }, (_, i) => (i % 30 === 0 ? 'fraud' : 'ok'));
  const { rows, weights } = computeClassWeight(labels);
  expect([...weights]).toEqual([15, 300 / 580]);
  const generator = new SeedrandomGenerator('alike');
  const drawn = [...new WeightedRandomSampler(rows, 4000, { generator })].map((row) => labels[row]);
  const share = drawn.filter((label) => label === 'fraud').length / 4000;
  expect(Math.abs(share - 0.5)).toBeLessThan(0.03);
});
