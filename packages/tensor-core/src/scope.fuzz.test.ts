import { cpu } from '@kindling/backend-cpu';
import { describe, expect, test } from 'vitest';
import { cat, grad, keep, noGrad, scope, setBackend, type Tensor, tensor } from './index.js';

/** Not whole vectors. */
const WIDTH = 41;

const bitsOf = (x: Tensor): Uint32Array => new Uint32Array(Float32Array.from(x.dataSync()).buffer);

/** Runs a random program on matrices of `WIDTH` columns; the same one with and without scopes. */
function program(seed: number, scoped: boolean): Uint32Array[] {
  let state = seed + 1;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const choose = (n: number): number => Math.floor(random() * n);
  const within = <T>(run: () => T): T => (scoped ? scope(run) : run());
  const rows = [3, 17, 208][seed % 3]!;
  const fresh = (n = rows): Tensor =>
    tensor(Float32Array.from({ length: n * WIDTH }, () => 2 * random() - 1)).reshape([n, WIDTH]);
  const leaves = Array.from({ length: 3 }, () => fresh().requiresGrad_());
  const weight = fresh(WIDTH).mul(0.2).detach().requiresGrad_();
  const kept: Tensor[] = [];
  const numbers: Uint32Array[] = [];

  const operation = (x: Tensor, y: Tensor): Tensor => {
    switch (choose(16)) {
      case 0:
        return x.add(y);
      case 1:
        return x.mul(y);
      case 2:
        return x.sub(y.mean(0));
      case 3:
        return x.tanh();
      case 4:
        return x.relu();
      case 5:
        return x.sigmoid().mul(x);
      case 6:
        return x.matmul(weight);
      case 7:
        return x.transpose(0, 1).matmul(y).matmul(weight).narrow(0, 0, 1).add(x);
      case 8:
        return x.softmax(1);
      case 9:
        return cat([x.narrow(1, 0, 10), y.narrow(1, 10, WIDTH - 10)], 1);
      case 10:
        return x.indexSelect(0, [...Array(rows).keys()].reverse());
      case 11:
        return x.div(y.abs().add(1));
      case 12:
        return x.sub(x.max(1, { keepdim: true }).values);
      case 13:
        return x.clone().detach().add_(y.detach()).mul(x);
      case 14:
        return x.reshape([-1]).reshape([rows, WIDTH]).maximum(y);
      default:
        return x.gt(0).to('float32').mul(y);
    }
  };

  /** Some operations on what there is; what comes out last is returned, some of the rest kept, read or differentiated. */
  const block = (given: readonly Tensor[], depth: number): Tensor => {
    const pool = [...given];
    for (let i = 4 + choose(6); i > 0; i--) {
      const x = pool[choose(pool.length)]!;
      const y = pool[choose(pool.length)]!;
      const nested = depth > 0 && choose(4) === 0;
      pool.push(nested ? within(() => block([x, y], depth - 1)) : operation(x, y));
      const made = pool.at(-1)!;
      if (choose(8) === 0) kept.push(scoped ? keep(made) : made);
      if (choose(8) === 0) numbers.push(bitsOf(made));
      if (choose(12) === 0 && made.requiresGrad) made.tanh().sum().backward(null, { retainGraph: true });
      if (choose(20) === 0 && made.requiresGrad)
        numbers.push(bitsOf(grad(made.sum(), [made], { retainGraph: true })[0]!));
      if (choose(20) === 0) {
        expect(() =>
          within(() => {
            operation(x, y);
            throw new Error('stop');
          }),
        ).toThrow('stop');
      }
    }
    return pool.at(-1)!;
  };

  for (let step = 0; step < 4; step++) {
    const result = within(() => {
      const y = block([...leaves, fresh()], 2);
      if (choose(2) === 0 && y.requiresGrad) y.sigmoid().mean().backward(null, { retainGraph: true });
      return y;
    });
    numbers.push(bitsOf(result));
    if (choose(2) === 0 && result.requiresGrad) result.tanh().sum().backward();
    noGrad(() => {
      for (const leaf of [...leaves, weight]) if (leaf.grad !== null) leaf.sub_(leaf.grad.tanh().mul(0.1));
    });
    if (choose(2) === 0) for (const leaf of [...leaves, weight]) leaf.grad = null;
  }
  for (const x of [...kept, ...leaves, weight]) numbers.push(bitsOf(x));
  return numbers;
}

describe.each([['plain', false] as const, ['WebAssembly', true] as const])('random programs, %s', (_, wasm) => {
  test('have the same numbers with scopes, to the bit', async () => {
    setBackend(await cpu({ wasm, threads: 1 }));
    for (let seed = 0; seed < 15; seed++) {
      const [inside, bare] = [program(seed, true), program(seed, false)];
      expect(inside.length).toBe(bare.length);
      const other = inside.findIndex((bits, i) => bits.some((value, j) => value !== bare[i]![j]));
      expect(other, `seed ${seed}`).toBe(-1);
    }
  });
});
