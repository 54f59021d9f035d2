import { inspect } from 'node:util';
import { cpu } from '@kindling/backend-cpu';
import type { Backend } from '@kindling/tensor-core/backend';
import { beforeAll, expect, test } from 'vitest';
import { setBackend, tensor, zeros } from './index.js';
import { formatTensor } from './print.js';

// What PyTorch prints for hundreds of tensors is compared in internal/conformance.
beforeAll(async () => setBackend(await cpu()));

test('String, formatTensor and console.log write the same', () => {
  const x = tensor([[1.5, -2]], { requiresGrad: true });
  const text = 'tensor([[ 1.5000, -2.0000]], requires_grad=True)';
  expect([String(x), `${x}`, formatTensor(x), inspect(x)]).toEqual([text, text, text, text]);
});

test('names the operation that made a tensor', () => {
  const x = tensor([1, 2], { requiresGrad: true });
  expect(String(x.logSoftmax(0))).toContain('grad_fn=<LogSoftmaxBackward0>');
  expect(String(x.mul(2).detach())).toBe('tensor([2., 4.])');
});

test('halves are rounded to the even digit, as Python does', () => {
  expect(String(tensor([0.03125, 0.09375, -0.03125]))).toBe('tensor([ 0.0312,  0.0938, -0.0312])');
  expect(String(tensor([2000050, 1]))).toBe('tensor([2.0000e+06, 1.0000e+00])');
});

test('summaries read a few rows, not everything', async () => {
  const backend: Backend = await cpu({ wasm: false });
  const read = backend.readSync!.bind(backend);
  let elements = 0;
  backend.readSync = (x) => {
    elements += x.count;
    return read(x);
  };
  const x = zeros([1000, 1000], { backend });
  expect(String(x).split('\n')).toHaveLength(7);
  expect(elements).toBeLessThan(10_000);
});
