import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { arange, ones, setBackend, tensor, zeros } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

describe('in place', () => {
  test('arithmetic, with numbers and with tensors that broadcast', () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(
      x
        .add_(1)
        .mul_(tensor([1, 10]))
        .sub_(tensor([[1], [2]]))
        .div_(2),
    ).toBe(x);
    expect(x.tolist()).toEqual([
      [0.5, 14.5],
      [1, 24],
    ]);
  });

  test('clamp_, fill_, zero_, copy_', () => {
    const x = arange(5).float();
    expect(x.clamp_(1, 3).tolist()).toEqual([1, 1, 2, 3, 3]);
    expect(x.clamp_(null, 2).tolist()).toEqual([1, 1, 2, 2, 2]);
    expect(x.fill_(7).tolist()).toEqual([7, 7, 7, 7, 7]);
    expect(x.zero_().tolist()).toEqual([0, 0, 0, 0, 0]);
    expect(x.copy_(tensor(3)).tolist()).toEqual([3, 3, 3, 3, 3]);
    expect(x.copy_(arange(5)).tolist()).toEqual([0, 1, 2, 3, 4]);
  });

  test('a source that shares the memory of the target is read before it is written', () => {
    const x = arange(6).float();
    x.slice(0, 1).copy_(x.slice(0, 0, 5));
    expect(x.tolist()).toEqual([0, 0, 1, 2, 3, 4]);
    const y = tensor([
      [1, 2],
      [3, 4],
    ]);
    y.copy_(y.T);
    expect(y.tolist()).toEqual([
      [1, 3],
      [2, 4],
    ]);
    y.add_(y.T);
    expect(y.tolist()).toEqual([
      [2, 5],
      [5, 8],
    ]);
  });

  test('each change counts, also through a view', () => {
    const x = zeros(4);
    x.add_(1);
    x.slice(0, 0, 2).fill_(2);
    expect(x.buffer.version).toBe(2);
  });

  test('keeps the dtype, and refuses fractions in integers', () => {
    const x = tensor([1, 2], { dtype: 'int32' });
    expect(x.add_(2).dtype).toBe('int32');
    expect(() => x.add_(0.5)).toThrow('add_: the result is no number that int32 holds');
    expect(() => x.clamp_(0.5)).toThrow('clamp_: the result is no number that int32 holds');
    expect(() => x.div_(2)).toThrow('div_: the result is no number that int32 holds');
    expect(() => x.mul_(tensor([0.5, 1]))).toThrow('mul_: the result is no number that int32 holds');
    expect(tensor([1, 2]).add_(tensor([1, 2], { dtype: 'float64' })).dtype).toBe('float32');
  });

  test('refuses what does not fit', () => {
    expect(() => zeros(2).add_(zeros(3))).toThrow(
      'add_: shapes do not broadcast: [2] and [3] (2 != 3 in dimension -1)',
    );
    expect(() => zeros(2).mul_(zeros(3, 2))).toThrow('mul_: [2] would have to grow to [3, 2] in place');
    expect(() => zeros(2).copy_(zeros(3, 2))).toThrow('copy_: [2] would have to grow to [3, 2] in place');
  });

  test('refuses to write through elements that share memory', () => {
    const x = ones(1).expand(3);
    expect(() => x.add_(1)).toThrow('add_: several elements of the [3] share memory; change a clone() instead');
    expect(() => x.fill_(1)).toThrow('fill_: several elements');
  });
});
