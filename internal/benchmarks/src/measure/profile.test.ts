import { expect, test } from 'vitest';
import { profileOf, shares } from './profile.ts';

test('shares add up by where samples fell', () => {
  const frame = (functionName: string, url = '') => ({ functionName, url });
  const nodes = [
    { id: 1, callFrame: frame('wasm-function[3]', 'wasm://wasm/abc') },
    { id: 2, callFrame: frame('wasm-function[4]', 'wasm://wasm/abc') },
    { id: 3, callFrame: frame('set') },
    { id: 4, callFrame: frame('(garbage collector)') },
    { id: 5, callFrame: frame('post', 'node:inspector') },
  ];
  expect(shares({ nodes, samples: [5, 1, 2, 3, 4], timeDeltas: [99, 30, 40, 20, 10] })).toEqual([
    ['kernels', 0.7],
    ['set', 0.2],
    ['garbage collection', 0.1],
  ]);
});

test('a function that takes all the time is what a profile names', async () => {
  function busy(): number {
    let sum = 0;
    for (const end = performance.now() + 60; performance.now() < end; ) sum += Math.sqrt(sum + 1);
    return sum;
  }
  const profile = await profileOf(() => void busy());
  expect(profile.map(([name]) => name)).toContain('busy');
  expect(profile.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 6);
});
