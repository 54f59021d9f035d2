import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { arange, resultType, setBackend, type Tensor, tensor } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const one = (): Tensor => tensor([1], { dtype: 'int32' });

describe('numbers that int32 does not hold', () => {
  it.each([3e9, -3e9, 2 ** 31])('%d is compared as what it is', (value) => {
    expect(one().gt(value).tolist()).toEqual([value < 0]);
    expect(one().lt(value).tolist()).toEqual([value > 0]);
  });

  it('make fractions of whole numbers, as numbers with a fraction do', () => {
    expect(one().mul(3e9).tolist()).toEqual([3e9]);
    expect(resultType(one(), 3e9)).toBe('float32');
    expect(resultType(one(), 2 ** 31 - 1)).toBe('int32');
    expect(resultType(one(), -(2 ** 31))).toBe('int32');
    expect(resultType(one(), -0)).toBe('int32');
  });

  it('are not stored', () => {
    expect(() => one().add_(3e9)).toThrow('the result is no number that int32 holds');
    expect(one().clamp_(0, 3e9).tolist()).toEqual([1]);
  });

  it('are not in a range of whole numbers', () => {
    const message = 'arange: int32 holds whole numbers from -2147483648 to 2147483647, not 2147483648 (element 1)';
    expect(() => arange(2 ** 31 - 1, 2 ** 31 + 1)).toThrow(message);
    expect(() => arange(2 ** 31 - 1, 2 ** 31 + 1, { dtype: 'int32' })).toThrow(message);
    expect(arange(3e9, 3e9 + 512, 256, { dtype: 'float32' }).tolist()).toEqual([3e9, 3e9 + 256]);
  });
});
