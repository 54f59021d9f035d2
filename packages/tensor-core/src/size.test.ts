import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { setBackend, tensor, zeros } from './index.js';

beforeAll(async () => setBackend(await cpu()));

describe('size', () => {
  test('is the shape, or the size along a dimension', () => {
    const x = zeros(2, 3, 4);
    expect([x.size(), x.size(0), x.size(-1), x.dim(), x.numel()]).toEqual([[2, 3, 4], 2, 4, 3, 24]);
    expect([tensor(1).size(), tensor(1).dim()]).toEqual([[], 0]);
  });

  test('takes dimensions that there are', () => {
    expect(() => zeros(2).size(1)).toThrow('size: dimension 1 is out of range');
    expect(() => tensor(1).size(0)).toThrow('size: ');
    expect(() => zeros(2).size('0' as never)).toThrow("size: the dimension must be a whole number, not a string '0'");
  });
});
