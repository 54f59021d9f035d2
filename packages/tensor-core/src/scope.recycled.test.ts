import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { grad, keep, noGrad, ones, scope, setBackend, type Tensor, tensor, zeros } from './index.js';
import { outside } from './internal.js';

beforeAll(async () => setBackend(await cpu()));

const GONE = /keep\(tensor\) takes it out/;
const N = 5000;
/** What would be written over memory that was given back and is used again. */
const overwrite = (): void => {
  for (let i = 0; i < 50; i++) scope(() => ones(N).mul(-1).exp());
};
const first = (x: Tensor): number => x.dataSync()[0]!;

describe('on the CPU', () => {
  test('what a scope made is gone, and says so', () => {
    const seen: Tensor[] = [];
    scope(() => {
      const x = ones(N).mul(2);
      seen.push(x, x.reshape([N, 1]), x.narrow(0, 1, 2));
    });
    overwrite();
    for (const x of seen) {
      expect(() => x.dataSync()).toThrow(GONE);
      expect(() => x.add(1)).toThrow(GONE);
      expect(() => x.exp()).toThrow(GONE);
      expect(() => x.reshape([-1, 1]).matmul(ones(1, 1))).toThrow(GONE);
      expect(() => x.fill_(1)).toThrow(GONE);
    }
  });

  test('what escapes keeps its numbers', () => {
    const kept: Tensor[] = [];
    const read: unknown[] = [];
    const result = scope(() => {
      const x = ones(N).mul(2);
      kept.push(keep(x.exp()));
      read.push(x.dataSync(), x.add(5).dataSync());
      return { view: x.reshape([N / 2, 2]).transpose(0, 1), inner: scope(() => [x.add(1), x.sum()]) };
    });
    overwrite();
    expect(first(kept[0]!)).toBeCloseTo(Math.E ** 2, 4);
    expect(read.map((values) => (values as Float32Array)[N - 1])).toEqual([2, 7]);
    expect([first(result.view), ...result.inner.map(first)]).toEqual([2, 3, 2 * N]);
  });

  test('what is kept in an inner scope outlives the outer one too, whoever made it', () => {
    let kept: Tensor | undefined;
    scope(() => {
      const x = ones(N).mul(3);
      scope(() => {
        kept = keep(x);
      });
    });
    overwrite();
    expect(first(kept!)).toBe(3);
  });

  test('backward may come after the scope, through what it returned or kept', () => {
    const w = tensor(new Float32Array(N).fill(2), { requiresGrad: true });
    const loss = scope(() => w.exp().mul(w).tanh().sum());
    overwrite();
    loss.backward();
    const inside = w.grad!.clone();
    w.grad = null;
    let kept: Tensor | undefined;
    scope(() => {
      kept = keep(w.exp().mul(w).tanh().sum());
    });
    overwrite();
    kept!.backward();
    expect(w.grad!.tolist()).toEqual(inside.tolist());
  });

  test('a graph of many operations is no deeper than the stack', () => {
    const w = tensor([1], { requiresGrad: true });
    const y = scope(() => {
      let sum: Tensor = w;
      for (let i = 0; i < 20_000; i++) sum = sum.add(1);
      return sum;
    });
    y.backward();
    expect(w.grad!.item()).toBe(1);
  });

  test('gradients, of the first and the second order, and what is accumulated, outlive it', () => {
    const w = tensor(new Float32Array(N).fill(2), { requiresGrad: true });
    scope(() => w.mul(w).sum().backward());
    overwrite();
    scope(() => w.mul(w).sum().backward());
    overwrite();
    expect(first(w.grad!)).toBe(8);
    const second = scope(() => {
      const [dw] = grad(w.pow(3).sum(), [w], { createGraph: true });
      return grad(dw!.sum(), [w])[0]!;
    });
    overwrite();
    expect(first(second)).toBe(12);
    scope(() => noGrad(() => w.sub_(w.grad!)));
    overwrite();
    expect(first(w)).toBe(-6);
  });

  test('a gradient that was read is its reader’s', () => {
    const w = tensor(new Float32Array(N).fill(2), { requiresGrad: true });
    scope(() => w.mul(w).sum().backward());
    const mine = w.grad!;
    w.grad = null;
    scope(() => w.mul(w).mul(w).sum().backward());
    overwrite();
    expect([first(mine), first(w.grad!)]).toEqual([4, 12]);
  });

  test('arrays that were handed in or out are never used again', () => {
    const own = new Float32Array(N).fill(7);
    const out = scope(() => {
      const x = tensor(own);
      x.add_(1);
      return x.dataSync();
    });
    overwrite();
    expect([own[0], out[0]]).toEqual([7, 8]);
  });

  test('an error gives everything back, and leaves no scope behind', () => {
    const seen: Tensor[] = [];
    expect(() =>
      scope(() => {
        seen.push(ones(N).mul(2));
        scope(() => {
          seen.push(ones(N).mul(3));
          throw new Error('inside');
        });
      }),
    ).toThrow('inside');
    for (const x of seen) expect(() => x.dataSync()).toThrow(GONE);
    const after = ones(N).mul(2);
    overwrite();
    expect(first(after)).toBe(2);
  });

  test('what others make while an asynchronous scope waits is left alone', async () => {
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    let before: Tensor | undefined;
    const long = scope(async () => {
      before = ones(N).mul(2);
      await turn();
      const x = before.add(1);
      await turn();
      return x.add(1);
    });
    const other = ones(N).mul(9);
    const short = scope(async () => {
      await turn();
      return ones(N).mul(8);
    });
    const stepped = scope(() => ones(N).mul(7));
    overwrite();
    expect([first(await short), first(await long), first(other), first(stepped)]).toEqual([8, 4, 9, 7]);
    expect(() => before!.dataSync()).toThrow(GONE);
    const after = ones(N).mul(2);
    overwrite();
    expect(first(after)).toBe(2);
  });

  test('scopes that end in another order than they began leave nothing watched', async () => {
    const open: (() => void)[] = [];
    const waiting = () => new Promise<void>((resolve) => void open.push(resolve));
    const a = scope(waiting);
    const b = scope(waiting);
    open[0]!();
    await a;
    open[1]!();
    await b;
    const after = ones(N).mul(2);
    scope(() => 0);
    overwrite();
    expect(first(after)).toBe(2);
  });

  test('what is made beyond 128 MB in one scope is left to garbage collection', () => {
    const all: Tensor[] = [];
    scope(() => {
      for (let i = 0; i < 70_000; i++) all.push(zeros(20));
    });
    expect(() => all[0]!.dataSync()).toThrow(GONE);
    expect(first(all.at(-1)!)).toBe(0);
  });

  test('what is made outside of it stays', () => {
    const made = scope(() => [outside(() => ones(N).mul(4))]);
    let other: Tensor | undefined;
    scope(() => {
      other = outside(() => ones(N).mul(5));
      ones(N).mul(6);
    });
    overwrite();
    expect([first(made[0]!), first(other!)]).toEqual([4, 5]);
  });
});
