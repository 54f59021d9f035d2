import { cpu } from '@kindling/backend-cpu';
import type { Backend } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { cat, getBackend, indexSelect, setBackend, type Tensor, tensor, where, zeros } from './index.js';

/** A plain backend under another name. */
async function named(name: string): Promise<Backend> {
  return Object.defineProperty(await cpu({ wasm: false }), 'name', { value: name });
}

describe('backends', () => {
  test('where none is set, the error says what to install and which line to write', () => {
    for (const make of [() => zeros(2), () => tensor([1]), getBackend]) {
      expect(make).toThrow(
        'no backend is set. Install one with `npm install @kindling/backend-cpu`, then write once, before the first tensor:\n' +
          "  import { cpu } from '@kindling/backend-cpu';\n" +
          "  import { setBackend } from '@kindling/tensor-core';\n" +
          '  setBackend(await cpu());',
      );
    }
  });

  test('new tensors are made on the one set, or on the one named', async () => {
    const [first, second] = [await named('one'), await named('two')];
    setBackend(first);
    expect(getBackend()).toBe(first);
    expect(zeros(2).backend).toBe(first);
    expect(zeros([2], { backend: second }).backend).toBe(second);
    expect(tensor([1], { backend: second }).mul(2).backend.name).toBe('two');
  });

  test('mixing two is an error that names both', async () => {
    const [first, second] = [await named('one'), await named('two')];
    setBackend(first);
    const [a, b] = [tensor([1, 2]), tensor([3, 4], { backend: second })];
    const message = (op: string): string =>
      `${op}: one input is on one, another on two. Move one with tensor.to(backend)`;
    expect(() => a.add(b)).toThrow(message('add'));
    expect(() => a.eq(b)).toThrow(message('eq'));
    expect(() => a.matmul(b)).toThrow(message('matmul'));
    expect(() => cat([a, b])).toThrow(message('cat'));
    expect(() => where(a.gt(0), a, b)).toThrow(message('where'));
    expect(() => indexSelect(a, 0, tensor([0], { dtype: 'int32', backend: second }))).toThrow(message('gather'));
    expect(() => a.add_(b)).toThrow(message('add'));
    const again = await named('one');
    expect(() => a.add(tensor([1, 2], { backend: again }))).toThrow(
      'add: one input is on one, another on one (two instances). Move one with tensor.to(backend)',
    );
  });

  test('to moves elements and keeps whether gradients are required', async () => {
    const [first, second] = [await named('one'), await named('two')];
    setBackend(first);
    const x: Tensor = tensor([[1, 2, 3]], { requiresGrad: true });
    const moved = await x.detach().T.requiresGrad_().to(second);
    expect(moved.backend).toBe(second);
    expect(moved.tolist()).toEqual([[1], [2], [3]]);
    expect(moved.requiresGrad && moved.isLeaf).toBe(true);
    expect(await x.to(first)).toBe(x);
    const single: Backend = Object.assign(await named('single'), { supports: (dtype: string) => dtype !== 'float64' });
    await expect(x.detach().double().to(single)).rejects.toThrow('single has no float64 tensors');
    expect(() => zeros([2], { dtype: 'float64', backend: single })).toThrow('single has no float64 tensors');
    expect(() => zeros([2], { backend: single }).double()).toThrow('single has no float64 tensors');
  });
});
