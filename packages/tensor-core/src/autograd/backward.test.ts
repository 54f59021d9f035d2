import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { add, defineOp, grad, noGrad, ones, setBackend, type Tensor, tensor, zeros } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const leaf = (values: number | number[] | number[][]): Tensor => tensor(values, { requiresGrad: true });

describe('backward', () => {
  test('accumulates over calls', () => {
    const x = leaf([1, 2]);
    x.mul(3).sum().backward();
    x.mul(x).sum().backward();
    expect(x.grad!.tolist()).toEqual([5, 7]);
  });

  test('accumulates into the same memory, which optimizers may keep', () => {
    const x = leaf([1, 2]);
    x.mul(3).sum().backward();
    const before = x.grad;
    x.mul(3).sum().backward();
    expect(x.grad).toBe(before);
    expect(before!.tolist()).toEqual([6, 6]);
  });

  test('begins anew where grad was set to null', () => {
    const x = leaf([1, 2]);
    x.mul(3).sum().backward();
    const old = x.grad!;
    x.grad = null;
    x.mul(4).sum().backward();
    expect(x.grad!.tolist()).toEqual([4, 4]);
    expect(old.tolist()).toEqual([3, 3]);
  });

  test('takes a gradient for a tensor of several elements', () => {
    const x = leaf([1, 2, 3]);
    const given = tensor([1, 10, 100]);
    x.mul(2).backward(given);
    expect(x.grad!.tolist()).toEqual([2, 20, 200]);
    expect(given.tolist()).toEqual([1, 10, 100]);
  });

  test('works on a leaf itself, without taking the memory of what was passed', () => {
    const x = leaf([1, 2]);
    const given = tensor([3, 4]);
    x.backward(given);
    x.backward(given);
    expect(x.grad!.tolist()).toEqual([6, 8]);
    expect(given.tolist()).toEqual([3, 4]);
  });

  test('takes the grad of a leaf for the gradient', () => {
    const [w, b] = [leaf([1, 1]), leaf([1, 1])];
    w.grad = tensor([1, 2]);
    w.add(b.exp()).backward(w.grad);
    expect(w.grad!.tolist()).toEqual([2, 4]);
    expect(b.grad!.tolist()).toEqual([Math.fround(Math.E), Math.fround(2 * Math.E)]);
  });

  test('reaches a leaf by several ways', () => {
    const x = leaf(3);
    const y = x.mul(x);
    y.mul(x).add(y).add(x).backward();
    expect(x.grad!.item()).toBe(3 * 9 + 2 * 3 + 1);
  });

  test('goes through a graph as deep as a long loop makes it', () => {
    const x = leaf(1);
    let y: Tensor = x;
    for (let i = 0; i < 20_000; i++) y = y.add(1e-6);
    y.backward();
    expect(x.grad!.item()).toBe(1);
  });

  test('gives gradients the dtype of the leaf', () => {
    const x = leaf([1, 2]);
    x.double()
      .mul(tensor([0.1, 0.2], { dtype: 'float64' }))
      .sum()
      .backward();
    expect(x.grad!.dtype).toBe('float32');
    expect(x.grad!.tolist()).toEqual([Math.fround(0.1), Math.fround(0.2)]);
  });

  test('leaves tensors alone that need no gradient', () => {
    const [x, y] = [leaf([1, 2]), tensor([3, 4])];
    x.mul(y).sum().backward();
    expect(y.grad).toBeNull();
    expect(x.isLeaf && !x.mul(2).isLeaf).toBe(true);
    expect(x.mul(2).grad).toBeNull();
  });

  test('retainGrad keeps the gradient of a result', () => {
    const x = leaf([1, 2]);
    const y = x.mul(3).retainGrad();
    y.mul(y).sum().backward();
    expect(y.grad!.tolist()).toEqual([6, 12]);
    expect(x.grad!.tolist()).toEqual([18, 36]);
    expect(() => tensor([1]).retainGrad()).toThrow('retainGrad: the tensor does not require gradients');
  });
});

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

describe('errors of backward', () => {
  test('of a tensor of several elements', () => {
    expect(() => leaf([1, 2]).mul(2).backward()).toThrow(
      'backward: a gradient is implied for tensors of one element only, not for [2]. Reduce it, as with sum(), or pass its gradient',
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
      'backward: the graph was freed by an earlier backward (at sum). Pass { retainGraph: true } to the first call to go through it twice',
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
      'backward: mul needs its second input (float32, [2]) as it was, but it was changed in place (version 1, expected 0). Change a clone() instead',
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

describe('grad', () => {
  test('returns gradients and accumulates none', () => {
    const x = leaf([1, 2]);
    const y = leaf([3, 4]);
    const [dx, dy] = grad(x.mul(y).sum(), [x, y]);
    expect([dx!.tolist(), dy!.tolist()]).toEqual([
      [3, 4],
      [1, 2],
    ]);
    expect(x.grad).toBeNull();
  });

  test('takes several outputs with their gradients, one of which may be implied', () => {
    const x = leaf([1, 2]);
    const [dx] = grad([x.mul(2), x.sum()], [x], { gradOutputs: [tensor([1, 10]), null] });
    expect(dx!.tolist()).toEqual([3, 21]);
  });

  test('differentiates by results of operations too', () => {
    const x = leaf([1, 2]);
    const y = x.mul(3);
    const z = y.mul(y).sum();
    const [dy, dx] = grad(z, [y, x], { retainGraph: true });
    expect([dy!.tolist(), dx!.tolist()]).toEqual([
      [6, 12],
      [18, 36],
    ]);
    expect(grad(z.mul(2), [z]).map((g) => g!.item())).toEqual([2]);
  });

  test('says which input was not used', () => {
    const [x, y] = [leaf([1]), leaf([[2]])];
    expect(() => grad(x.mul(2), [x, y])).toThrow(
      'grad: input 1 ([1, 1]) was not used to compute the outputs. Pass { allowUnused: true } to get null for it',
    );
    expect(grad(x.mul(2), [x, y], { allowUnused: true }).map((g) => g?.tolist() ?? null)).toEqual([[2], null]);
    expect(() => grad(x.mul(2), [tensor([1])])).toThrow('grad: input 0 ([1]) does not require gradients');
  });

  test('with createGraph gives gradients that can be differentiated, to any order', () => {
    const x = leaf(2);
    let y: Tensor | null = x.pow(4);
    const orders: number[] = [];
    for (let order = 0; order < 4; order++) {
      [y] = grad(y!, [x], { createGraph: true }) as [Tensor];
      orders.push(y!.item());
    }
    expect(orders).toEqual([32, 48, 48, 24]);
  });

  test('a gradient penalty trains through backward', () => {
    const w = leaf([1, 2]);
    const x = leaf([3, 4]);
    const [dx] = grad(w.mul(x).mul(x).sum(), [x], { createGraph: true });
    dx!.mul(dx!).sum().backward();
    // d/dw of (2 w x)^2 is 8 w x^2.
    expect(w.grad!.tolist()).toEqual([72, 256]);
  });

  test('backward with createGraph leaves grads that have a history', () => {
    const x = leaf(3);
    x.mul(x).mul(x).backward(null, { createGraph: true });
    expect(x.grad!.item()).toBe(27);
    const first = x.grad!;
    x.grad = null;
    first.backward();
    expect(x.grad!.item()).toBe(18);
  });
});

describe('detach and clone', () => {
  test('detach shares memory and stops gradients', () => {
    const x = leaf([1, 2]);
    const y = x.mul(3);
    const cut = y.detach();
    expect(cut.buffer).toBe(y.buffer);
    expect(cut.requiresGrad).toBe(false);
    y.mul(cut).sum().backward();
    expect(x.grad!.tolist()).toEqual([9, 18]);
  });

  test('clone has memory of its own and passes gradients', () => {
    const x = leaf([1, 2]);
    const y = x.clone();
    expect(y.buffer).not.toBe(x.buffer);
    y.mul(y).sum().backward();
    expect(x.grad!.tolist()).toEqual([2, 4]);
  });
});

test('rules are called only for inputs that require gradients', () => {
  const seen: number[] = [];
  const op = defineOp<undefined>({
    name: 'noted',
    forward: ([a, b]) => add(a!, b!),
    backward(g, _, index) {
      seen.push(index);
      return g;
    },
  });
  op([tensor([1]), leaf([2])], undefined).backward();
  expect(seen).toEqual([1]);
});
