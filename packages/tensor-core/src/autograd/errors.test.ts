import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { noGrad, ones, setBackend, type Tensor, tensor, zeros } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const leaf = (values: number | number[] | number[][]): Tensor => tensor(values, { requiresGrad: true });

describe('errors of backward', () => {
  test('of a tensor of several elements', () => {
    expect(() => leaf([1, 2]).mul(2).backward()).toThrow(
      'backward: a gradient is implied for tensors of one element only, not for [2]. Reduce it, or pass its gradient',
    );
  });

  test('of a gradient of another shape', () => {
    expect(() => leaf([1, 2]).mul(2).backward(ones(3))).toThrow('backward: the gradient is [3], the tensor [2]');
  });

  test('of a tensor that nothing tracks', () => {
    expect(() => tensor([1]).backward()).toThrow(
      'backward: the tensor ([1]) does not require gradients and was not computed from one that does',
    );
  });

  test('of a second pass through a graph', () => {
    const x = leaf([1, 2]);
    const y = x.exp().sum();
    y.backward();
    expect(() => y.backward()).toThrow(
      'backward: the graph was freed by an earlier backward (at sum). Pass { retainGraph: true } to that one',
    );
    const z = x.mul(2);
    z.sum().backward();
    expect(() => z.mul(z).sum().backward()).toThrow('(at mul)');
    expect(x.grad!.tolist()).toEqual([Math.fround(Math.E + 2), Math.fround(Math.exp(2) + 2)]);
  });

  test('retainGraph allows it', () => {
    const x = leaf([1, 2]);
    const y = x.mul(x).sum();
    y.backward(null, { retainGraph: true });
    y.backward();
    expect(x.grad!.tolist()).toEqual([4, 8]);
  });

  test('of a saved value that was changed in place', () => {
    const x = leaf([1, 2]);
    const factor = tensor([3, 4]);
    const y = x.mul(factor).sum();
    factor.add_(1);
    expect(() => y.backward()).toThrow(
      'backward: mul needs its second input (float32, [2]) as it was, but it was changed in place (version 1, expected 0); change a clone() instead',
    );
  });

  test('of a result that was changed through a view', () => {
    const x = leaf([1, 2]);
    const y = x.exp();
    noGrad(() => y.detach().select(0, 1).zero_());
    expect(() => y.sum().backward()).toThrow('backward: exp needs its result (float32, [2]) as it was');
  });

  test('but values that no derivative needs may change', () => {
    const x = leaf([1, 2]);
    const other = tensor([3, 4]);
    const y = x.add(other).sum();
    other.zero_();
    y.backward();
    expect(x.grad!.tolist()).toEqual([1, 1]);
  });

  test('of an in-place change of what autograd follows', () => {
    const x = leaf([1, 2]);
    expect(() => x.add_(1)).toThrow('add_: a leaf that requires gradients cannot be changed in place');
    expect(() => x.mul(2).add_(1)).toThrow('add_: the result of a recorded operation cannot be changed in place');
    expect(() => tensor([1, 2]).mul_(x)).toThrow('mul_: the other operand requires gradients');
    expect(noGrad(() => x.add_(1)).tolist()).toEqual([2, 3]);
  });

  test('of gradients for integers', () => {
    expect(() => zeros([2], { dtype: 'int32', requiresGrad: true })).toThrow(
      'only float32 and float64 tensors can require gradients, not int32',
    );
    expect(() => tensor([true]).requiresGrad_()).toThrow('not bool');
    expect(() => {
      leaf([1]).mul(2).requiresGrad = false;
    }).toThrow('requiresGrad can be turned off for leaf tensors only');
  });
});
