import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { add, defineOp, grad, setBackend, type Tensor, tensor } from '../index.js';

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
      'grad: input 1 ([1, 1]) was not used for the outputs. { allowUnused: true } gives null for it',
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
