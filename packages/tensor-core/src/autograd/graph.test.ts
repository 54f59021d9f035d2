import { cpu } from '@kindling/backend-cpu';
import { beforeAll, expect, test } from 'vitest';
import { autogradGraph, setBackend, tensor } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

test('nodes come after what they are made from, shared ones once', () => {
  const w = tensor([1, 2], { requiresGrad: true });
  const x = tensor([3, 4]);
  const product = w.mul(x);
  const nodes = autogradGraph(product.add(product).sum(), [['w', w]]);
  expect(nodes.map(({ name }) => name)).toEqual(['w', 'tensor', 'mul', 'add', 'sum']);
  expect(nodes.map(({ inputs }) => inputs)).toEqual([[], [], [0, 1], [2, 2], [3]]);
  expect(nodes[0]!.kind).toBe('leaf');
});

test('a deep graph needs no deep stack', () => {
  let y = tensor([1], { requiresGrad: true });
  for (let i = 0; i < 20_000; i++) y = y.neg();
  expect(autogradGraph(y)).toHaveLength(20_001);
});
