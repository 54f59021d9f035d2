import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { defineOp, ones, setBackend, type Tensor, tensor } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const leaf = (values: number | number[] | number[][]): Tensor => tensor(values, { requiresGrad: true });

describe('memory of gradients', () => {
  test('two leaves with the same gradient do not share it', () => {
    const [a, b] = [leaf([1, 2]), leaf([3, 4])];
    a.add(b)
      .mul(tensor([5, 6]))
      .sum()
      .backward();
    expect(a.grad!.buffer).not.toBe(b.grad!.buffer);
    a.grad!.mul_(0);
    expect(b.grad!.tolist()).toEqual([5, 6]);
  });

  test('a leaf and a retained result with the same gradient do not share it', () => {
    const x = leaf([1, 2]);
    const y = x.add(1).retainGrad();
    y.mul(y).sum().backward();
    y.grad!.zero_();
    expect(x.grad!.tolist()).toEqual([4, 6]);
  });

  // What the last addition hands on is one tensor: a takes it, then gets more, while b's exp has not read it yet.
  test('a second share of a gradient does not change what others have still to read', () => {
    const [a, b] = [leaf([1, 1]), leaf([0, 0])];
    const later = b.exp();
    const twice = a.mul(2);
    a.add(later)
      .add(twice)
      .mul(tensor([1, 10]))
      .sum()
      .backward();
    expect(a.grad!.tolist()).toEqual([3, 30]);
    expect(b.grad!.tolist()).toEqual([1, 10]);
  });

  test('a gradient that is only a view is copied', () => {
    const x = leaf([1, 2, 3]);
    x.sum().backward();
    expect(x.grad!.isContiguous()).toBe(true);
    x.grad!.add_(tensor([1, 2, 3]));
    expect(x.grad!.tolist()).toEqual([2, 3, 4]);
  });

  test('the value of a leaf is never its gradient', () => {
    const op = defineOp<undefined>({
      name: 'half',
      forward: ([x]) => x!.mul(x!).mul(0.5),
      backward: [(_, { a }) => a],
    });
    const x = leaf([1, 2]);
    op([x], undefined).backward(ones(2));
    x.grad!.zero_();
    expect(x.tolist()).toEqual([1, 2]);
  });
});
