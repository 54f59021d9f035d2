import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { arange, setBackend, type Tensor, tensor, zeros } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const cube = (): Tensor => arange(24).float().reshape(2, 3, 4);

describe('views share memory', () => {
  test.each([
    ['reshape', (x) => x.reshape(6, 4)],
    ['view', (x) => x.view(-1)],
    ['transpose', (x) => x.transpose(0, 2)],
    ['mT', (x) => x.mT],
    ['permute', (x) => x.permute(1, 2, 0)],
    ['expand', (x) => x.expand(5, 2, 3, 4)],
    ['squeeze', (x) => x.select(0, 1).unsqueeze(0).squeeze(0)],
    ['unsqueeze', (x) => x.transpose(0, 1).unsqueeze(1)],
    ['select', (x) => x.select(1, -1)],
    ['slice', (x) => x.slice(2, 1, 4, 2)],
    ['narrow', (x) => x.narrow(0, 1, 1)],
    ['split', (x) => x.split([1, 2], 1)[1]!],
    ['chunk', (x) => x.chunk(2, 2)[0]!],
    ['unbind', (x) => x.unbind(1)[2]!],
    ['flatten', (x) => x.flatten(1)],
    ['unflatten', (x) => x.unflatten(2, [2, 2])],
    ['detach', (x) => x.detach()],
    ['a chain', (x) => x.permute(2, 0, 1).select(1, 0).slice(0, 1, 4).unsqueeze(0).transpose(1, 2)],
  ] as readonly [string, (x: Tensor) => Tensor][])('%s', (_, view) => {
    const x = cube();
    const y = view(x);
    expect(y.buffer).toBe(x.buffer);
    x.mul_(-1);
    expect(y.tolist()).toEqual(view(cube()).mul(-1).tolist());
  });

  test('writing into a part changes the whole, and only that part', () => {
    const x = zeros(3, 4);
    x.slice(1, 0, 4, 2).select(0, 1).fill_(7);
    x.T.select(1, 2).copy_(tensor([1, 2, 3, 4]));
    expect(x.tolist()).toEqual([
      [0, 0, 0, 0],
      [7, 0, 7, 0],
      [1, 2, 3, 4],
    ]);
  });
});

describe('copies where strides do not allow a view', () => {
  test('reshape of a transposed tensor', () => {
    const x = cube();
    const y = x.transpose(1, 2).reshape(-1);
    expect(y.buffer).not.toBe(x.buffer);
    expect((y.tolist() as number[]).slice(0, 6)).toEqual([0, 4, 8, 1, 5, 9]);
    expect(() => x.transpose(1, 2).view(-1)).toThrow(
      'view: [2, 4, 3] with strides [12, 1, 4] cannot be read as [24] without a copy; use reshape()',
    );
  });

  test('contiguous copies only what is not', () => {
    const x = cube();
    expect(x.contiguous()).toBe(x);
    expect(x.mT.isContiguous()).toBe(false);
    expect(x.mT.contiguous().isContiguous()).toBe(true);
  });

  test('flip copies', () => {
    const x = tensor([1, 2, 3]);
    const y = x.flip(0);
    x.zero_();
    expect(y.tolist()).toEqual([3, 2, 1]);
  });
});

test('a view of a view is a view of the first', () => {
  const x = cube();
  const y = x.select(0, 1).select(0, 2);
  expect([y.offset, y.strides, y.tolist()]).toEqual([20, [1], [20, 21, 22, 23]]);
});

test('gradients of views land where the elements came from', () => {
  const x = cube().requiresGrad_();
  const y = x.permute(2, 0, 1).slice(0, 1, 4, 2).select(1, 1);
  y.mul(
    tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  )
    .sum()
    .backward();
  expect(x.grad!.select(0, 0).tolist()).toEqual(zeros(3, 4).tolist());
  expect(x.grad!.select(0, 1).tolist()).toEqual([
    [0, 1, 0, 4],
    [0, 2, 0, 5],
    [0, 3, 0, 6],
  ]);
});
