import { cpu } from '@kindling/backend-cpu';
import { manualSeed, setBackend } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { beforeAll, expect, it } from 'vitest';
import { gaussianBlobs } from './gaussian-blobs.js';

beforeAll(async () => setBackend(await cpu()));

it('draws what PyTorch draws', () => {
  manualSeed(42, { engine: TorchGenerator });
  const { x, y } = gaussianBlobs();
  // torch.manual_seed(42); a = torch.randn(10, 1); b = torch.randn(10, 1) + 5
  expect(x.narrow(0, 0, 3).tolist()).toEqual([
    [Math.fround(0.33669036626815796), Math.fround(5.534904479980469)],
    [Math.fround(0.12880940735340118), Math.fround(5.809357166290283)],
    [Math.fround(0.23446236550807953), Math.fround(6.11029052734375)],
  ]);
  expect(x.narrow(0, 10, 10).flip(1).tolist()).toEqual(x.narrow(0, 0, 10).tolist());
  expect([...y.dataSync()]).toEqual([...Array(10).fill(1), ...Array(10).fill(0)]);
});

it('takes n, shift and a generator', () => {
  const generator = new TorchGenerator(1);
  const { x, y } = gaussianBlobs(7, { shift: 100, generator });
  expect([x.shape, y.shape]).toEqual([
    [6, 2],
    [6, 1],
  ]);
  expect(x.min().item()).toBeLessThan(5);
  expect(x.narrow(0, 0, 3).select(1, 1).min().item()).toBeGreaterThan(95);
  expect(generator.random()).not.toBe(new TorchGenerator(1).random());
  expect(() => gaussianBlobs(1)).toThrow('gaussianBlobs: n must be a whole number from 2, not 1');
});
