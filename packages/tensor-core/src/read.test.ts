import { cpu } from '@kindling/backend-cpu';
import type { Backend, View } from '@kindling/tensor-core/backend';
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { type NestedValues, oneHot, setBackend, tensor, zeros } from './index.js';

let device: Backend;
beforeAll(async () => {
  setBackend(await cpu());
  const plain: Backend = await cpu({ wasm: false });
  const read = plain.readSync!.bind(plain);
  device = Object.defineProperties(plain, {
    name: { value: 'device' },
    readSync: { value: undefined },
    read: { value: async (x: View) => read(x) },
  });
});

describe('reading', () => {
  test('gives typed arrays of the dtype, in row-major order', async () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(x.T.dataSync()).toEqual(Float32Array.of(1, 4, 2, 5, 3, 6));
    expect(await x.double().data()).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
    expect(tensor([1, 2], { dtype: 'int32' }).dataSync()).toEqual(Int32Array.of(1, 2));
    expect(tensor([true, false]).dataSync()).toEqual(Uint8Array.of(1, 0));
  });

  test('gives a copy', () => {
    const x = tensor([1, 2]);
    x.dataSync().fill(7);
    expect(x.tolist()).toEqual([1, 2]);
  });

  test('item needs one element', () => {
    expect(tensor([[3]]).item()).toBe(3);
    expect(tensor(true).item()).toBe(1);
    expect(() => tensor([1, 2]).item()).toThrow('item: one element is needed, [2] has 2');
    expect(() => zeros(0).item()).toThrow('item: one element is needed, [0] has 0');
  });

  test('tolist nests as the shape does, and has booleans for bool', () => {
    expect(tensor(5).tolist()).toBe(5);
    expect(tensor([[true], [false]]).tolist()).toEqual([[true], [false]]);
    expect(zeros(2, 0).tolist()).toEqual([[], []]);
    expect(zeros(0, 2).tolist()).toEqual([]);
  });

  test('tolist of a rank is typed by it', () => {
    const rows = tensor([[1, 2]]).tolist(2);
    expectTypeOf(rows).toEqualTypeOf<number[][]>();
    expect(rows).toEqual([[1, 2]]);
    expectTypeOf(tensor(3).tolist(0)).toEqualTypeOf<number>();
    expectTypeOf(tensor([3]).tolist(1)).toEqualTypeOf<number[]>();
    expectTypeOf(tensor([3]).tolist()).toEqualTypeOf<NestedValues>();
    expect(tensor([true, false]).tolist(1)).toEqual([1, 0]);
    expect(() => tensor([1, 2]).tolist(2)).toThrow('tolist: [2] has 1 dimension, not 2');
    expect(() => tensor([1, 2]).tolist({} as never)).toThrow(
      'tolist: rank must be a whole number from 0, not an empty',
    );
  });

  test('where a device has to be waited for, what cannot wait says what to write', async () => {
    const x = tensor([1, 2], { backend: device });
    expect(await x.add(1).data()).toEqual(Float32Array.of(2, 3));
    for (const [name, run] of Object.entries({
      item: () => x.sum().item(),
      dataSync: () => x.dataSync(),
      tolist: () => x.tolist(),
      maskedSelect: () => x.maskedSelect(x.gt(1)),
      nonzero: () => x.nonzero(),
      oneHot: () => oneHot(x.int()),
    })) {
      expect(run).toThrow(`${name}: device cannot be read without waiting; use \`await tensor.data()\``);
    }
    expect(await oneHot(x.int(), 3).data()).toEqual(Int32Array.of(0, 1, 0, 0, 0, 1));
    expect(String(x)).toBe("tensor(..., size=[2], backend='device')");
  });
});
