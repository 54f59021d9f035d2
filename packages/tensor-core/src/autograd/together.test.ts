import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { add, defineOp, grad, mul, setBackend, sum, type Tensor, tensor } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const leaf = (values: number[], requiresGrad = true): Tensor => tensor(values, { requiresGrad });

/** `a * b + c`, which counts how its gradients are made; `able` says whether all can be made at once. */
function product(able = true) {
  const asked: (readonly boolean[])[] = [];
  const rules = { count: 0 };
  const rule = (g: Tensor): Tensor => {
    rules.count++;
    return g;
  };
  const op = defineOp<undefined>({
    name: 'product',
    forward: ([a, b, c]) => add(mul(a!, b!), c!),
    together(g, saved, wanted) {
      asked.push([...wanted]);
      if (!able) return null;
      return [wanted[0] ? mul(g, saved.b) : null, wanted[1] ? mul(g, saved.a) : null, wanted[2] ? g : null];
    },
    backward: [(g, { b }) => rule(mul(g, b)), (g, { a }) => rule(mul(g, a)), rule],
  });
  return { asked, rules, run: (a: Tensor, b: Tensor, c: Tensor) => op([a, b, c], undefined) };
}

describe('together', () => {
  test('gives the gradients in place of the rules, of what is wanted', () => {
    const { run, asked, rules } = product();
    const [a, b, c] = [leaf([1, 2]), leaf([3, 4], false), leaf([5, 6])];
    sum(run(a, b, c)).backward();
    expect([a.grad!.tolist(), b.grad, c.grad!.tolist()]).toEqual([[3, 4], null, [1, 1]]);
    expect([asked, rules.count]).toEqual([[[true, false, true]], 0]);
  });

  test('grad() wants what was asked for', () => {
    const { run, asked } = product();
    const [a, b, c] = [leaf([1, 2]), leaf([3, 4]), leaf([5, 6])];
    const [db] = grad(sum(run(a, b, c)), [b]);
    expect(db!.tolist()).toEqual([1, 2]);
    expect(asked).toEqual([[false, true, false]]);
  });

  test('is summed back to the shape of what was broadcast', () => {
    const { run } = product();
    const [a, b, c] = [leaf([1, 2]), leaf([3]), leaf([5])];
    sum(run(a, b, c)).backward();
    expect([a.grad!.tolist(), b.grad!.tolist(), c.grad!.tolist()]).toEqual([[3, 3], [3], [2]]);
  });

  test('is not asked where the pass is recorded', () => {
    const { run, asked, rules } = product();
    const [a, b, c] = [leaf([1, 2]), leaf([3, 4]), leaf([5, 6])];
    const [da] = grad(sum(run(a, b, c)), [a], { createGraph: true });
    const [dab] = grad(sum(da!), [b]);
    expect(dab!.tolist()).toEqual([1, 1]);
    expect([asked.length, rules.count]).toEqual([0, 1]);
  });

  test('leaves it to the rules by null', () => {
    const { run, rules } = product(false);
    const [a, b, c] = [leaf([1, 2]), leaf([3, 4]), leaf([5, 6])];
    sum(run(a, b, c)).backward();
    expect([a.grad!.tolist(), b.grad!.tolist(), c.grad!.tolist()]).toEqual([
      [3, 4],
      [1, 2],
      [1, 1],
    ]);
    expect(rules.count).toBe(3);
  });

  test('may give two inputs one tensor, of which a third takes another share', () => {
    const op = defineOp<undefined>({
      name: 'twice',
      forward: ([a, b, c]) => add(add(a!, b!), c!),
      together(g) {
        const share = mul(g, 1);
        return [share, mul(g, 10), share];
      },
      backward: (g) => g,
    });
    const [a, b] = [leaf([1, 2]), leaf([3, 4])];
    sum(op([a, a, b], undefined)).backward();
    expect([a.grad!.tolist(), b.grad!.tolist()]).toEqual([
      [11, 11],
      [1, 1],
    ]);
  });

  test('reads checked values', () => {
    const { run } = product();
    const [a, b, c] = [leaf([1, 2]), leaf([3, 4], false), leaf([5, 6])];
    const total = sum(run(a, b, c));
    b.mul_(2);
    expect(() => total.backward()).toThrow('product needs its second input');
  });
});
