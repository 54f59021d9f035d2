import { cpu } from '@kindling/backend-cpu';
import type { Backend, Buffer } from '@kindling/tensor-core/backend';
import { beforeEach, describe, expect, test } from 'vitest';
import { keep, ones, scope, setBackend, type Tensor, tensor } from './index.js';

let released: Set<Buffer>;
beforeEach(async () => {
  released = new Set();
  const backend: Backend = Object.assign(await cpu({ wasm: false }), {
    garbageCollected: false,
    release: (buffer: Buffer) => void released.add(buffer),
  });
  setBackend(backend);
});

const gone = (x: Tensor): boolean => released.has(x.buffer);

describe('scope', () => {
  test('gives back what was made in it and is not returned', () => {
    let inner: Tensor | undefined;
    const outside = ones(2);
    const result = scope(() => {
      inner = outside.mul(2);
      return inner.add(1);
    });
    expect(result.tolist()).toEqual([3, 3]);
    expect([gone(inner!), gone(result), gone(outside)]).toEqual([true, false, false]);
  });

  test('knows returned tensors in arrays, objects and maps, and by their views', () => {
    const [a, { b }, map, view] = scope(() => {
      const whole = ones(3);
      return [ones(2), { b: ones(2) }, new Map([['c', ones(2)]]), whole.select(0, 1)] as const;
    });
    expect([a, b, map.get('c')!, view].map(gone)).toEqual([false, false, false, false]);
  });

  test('keeps what is told to', () => {
    const seen: Tensor[] = [];
    scope(() => {
      seen.push(keep(ones(2)), ones(2));
    });
    expect(seen.map(gone)).toEqual([false, true]);
  });

  test('leaves the gradients of tensors from outside', () => {
    const x = tensor([1, 2], { requiresGrad: true });
    scope(() => x.mul(x).sum().backward());
    expect(gone(x.grad!)).toBe(false);
    scope(() => x.mul(x).sum().backward());
    expect([gone(x.grad!), x.grad!.tolist()]).toEqual([false, [4, 8]]);
  });

  test('gives back the gradients of tensors from inside', () => {
    let inner: Tensor | undefined;
    const returned = scope(() => {
      inner = tensor([1, 2], { requiresGrad: true });
      const other = tensor([3, 4], { requiresGrad: true });
      inner.mul(other).mul(2).sum().backward();
      return other;
    });
    expect([gone(inner!), gone(inner!.grad!)]).toEqual([true, true]);
    expect([gone(returned), gone(returned.grad!)]).toEqual([false, false]);
  });

  test('nests: what an inner scope returns goes with the outer one', () => {
    let passed: Tensor | undefined;
    const result = scope(() => {
      passed = scope(() => ones(2).mul(3));
      expect(gone(passed)).toBe(false);
      return passed.add(1);
    });
    expect([gone(passed!), gone(result)]).toEqual([true, false]);
  });

  test('closes also where the function throws or its promise is rejected', async () => {
    let inner: Tensor | undefined;
    const fail = (): never => {
      inner = ones(2);
      throw new Error('inside');
    };
    expect(() => scope(fail)).toThrow('inside');
    expect(gone(inner!)).toBe(true);
    await expect(scope(async () => fail())).rejects.toThrow('inside');
    expect(gone(inner!)).toBe(true);
    expect(gone(ones(2))).toBe(false);
  });

  test('waits for an asynchronous function', async () => {
    let inner: Tensor | undefined;
    const result = await scope(async () => {
      inner = ones(2);
      await inner.data();
      expect(gone(inner)).toBe(false);
      return inner.add(1);
    });
    expect([gone(inner!), gone(result)]).toEqual([true, false]);
  });

  test('dispose and using give memory back by hand', () => {
    const x = ones(2);
    x.dispose();
    expect(gone(x)).toBe(true);
    const y = ones(2);
    y[Symbol.dispose]();
    expect(gone(y)).toBe(true);
  });
});
