import { cpu } from '@kindling/backend-cpu';
import { broadcastShapes, grad, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { sizeOf } from '@kindling/tensor-core/internal';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Nested, viewSteps } from './properties/nested.js';

beforeAll(async () => setBackend(await cpu()));

const settings = { seed: 20221215, numRuns: 300 };

const shape = (most = 4): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: most }).filter((sizes) => sizeOf(sizes) <= 96);

/** Two shapes that broadcast: some sizes of one are replaced by 1, and some leading ones left out. */
const meeting: fc.Arbitrary<[number[], number[]]> = fc
  .tuple(
    shape(),
    fc.array(fc.constantFrom('both', 'left', 'right'), { minLength: 4, maxLength: 4 }),
    fc.nat(4),
    fc.boolean(),
  )
  .map(([sizes, ones, drop, first]) => {
    const a = sizes.map((size, i) => (ones[i] === 'left' ? 1 : size));
    const b = sizes.map((size, i) => (ones[i] === 'right' ? 1 : size)).slice(Math.min(drop, sizes.length));
    return first ? [a, b] : [b, a];
  });

/** Elements that are different in every place, and exact in float64. */
const counted = (sizes: readonly number[], factor = 1): Tensor =>
  tensor(Float64Array.from({ length: sizeOf(sizes) }, (_, i) => factor * (((i * 37) % 101) - 50))).reshape(sizes);

/** The element of nested arrays at an index, where dimensions of size 1 repeat and leading ones may be missing. */
function at(values: Nested, sizes: readonly number[], index: readonly number[]): number {
  let part: Nested = values;
  const own = index.slice(index.length - sizes.length);
  own.forEach((i, dim) => {
    part = (part as Nested[])[sizes[dim] === 1 ? 0 : i]!;
  });
  return part as number;
}

function* indices(sizes: readonly number[], head: readonly number[] = []): Generator<readonly number[]> {
  if (head.length === sizes.length) yield head;
  else for (let i = 0; i < sizes[head.length]!; i++) yield* indices(sizes, [...head, i]);
}

describe('broadcasting', () => {
  test("the shape is NumPy's, whichever comes first", () => {
    fc.assert(
      fc.property(meeting, ([a, b]) => {
        const ndim = Math.max(a.length, b.length);
        const padded = (sizes: number[]) => [...new Array<number>(ndim - sizes.length).fill(1), ...sizes];
        const expected = padded(a).map((size, i) => (size === 1 ? padded(b)[i]! : size));
        expect(broadcastShapes('add', a, b)).toEqual(expected);
        expect(broadcastShapes('add', b, a)).toEqual(expected);
      }),
      settings,
    );
  });

  test('each element of a sum is that of the elements with its index', () => {
    fc.assert(
      fc.property(meeting, ([a, b]) => {
        const [x, y] = [counted(a), counted(b, 1000)];
        const sum = x.add(y);
        const [p, q, r] = [x.tolist(), y.tolist(), sum.tolist()] as Nested[];
        for (const index of indices(sum.shape))
          expect(at(r!, sum.shape, index)).toBe(at(p!, a, index) + at(q!, b, index));
      }),
      settings,
    );
  });

  test('is the same as expanding first, also for gradients, which are summed back', () => {
    fc.assert(
      fc.property(meeting, ([a, b]) => {
        const [x, y] = [counted(a).requiresGrad_(), counted(b).requiresGrad_()];
        const common = broadcastShapes('mul', a, b);
        const [direct, expanded] = [x.mul(y), x.expand(common).mul(y.expand(common))];
        expect(direct.tolist()).toEqual(expanded.tolist());
        const gradOutputs = [counted(common, 3)];
        const gradients = (output: Tensor) => grad(output, [x, y], { gradOutputs }).map((g) => [g!.shape, g!.tolist()]);
        expect(gradients(direct)).toEqual(gradients(expanded));
        const [dx] = grad(x.add(y), [x], { gradOutputs: [counted(common).mul(0).add(1)] });
        const repeats = sizeOf(a) === 0 ? 0 : sizeOf(common) / sizeOf(a);
        expect(dx!.tolist()).toEqual(counted(a).mul(0).add(repeats).tolist());
      }),
      settings,
    );
  });

  test('what does not fit is an error, in every operation', () => {
    const wrong = fc
      .tuple(shape(3), fc.nat(2), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
      .filter(([sizes, dim, p, q]) => dim < sizes.length && p !== q);
    fc.assert(
      fc.property(wrong, ([sizes, dim, p, q]) => {
        const [a, b] = [sizes.with(dim, p), sizes.with(dim, q)];
        for (const op of ['add', 'mul', 'pow', 'maximum', 'eq', 'logicalAnd'] as const)
          expect(() => counted(a)[op](counted(b))).toThrow(/shapes do not broadcast: .* != /);
      }),
      settings,
    );
  });
});

describe('views', () => {
  const chain = fc.tuple(shape(), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 6 }));

  test('any chain of views is the same chain on nested arrays, and shares memory', () => {
    fc.assert(
      fc.property(chain, ([sizes, draws]) => {
        const base = counted(sizes);
        let x = base;
        let nested = base.tolist() as Nested;
        const words: string[] = [];
        for (const numbers of draws) {
          const step = viewSteps(x.shape)[numbers[0] % viewSteps(x.shape).length]!(numbers.slice(1), x.shape);
          words.push(step.words);
          x = step.view(x);
          nested = step.nested(nested);
          expect(x.buffer === base.buffer, `${words} shares memory`).toBe(true);
        }
        expect(x.tolist(), words.join(', ')).toEqual(nested);
        // What follows has to read the strides, too.
        expect(x.add(0).tolist(), words.join(', ')).toEqual(nested);
        expect(x.clone().isContiguous()).toBe(true);
        expect(x.reshape(-1 < 0 && x.count > 0 ? [-1] : [0]).tolist()).toEqual([nested].flat(9));
      }),
      settings,
    );
  });

  test('the gradient of a chain counts how often each element is seen', () => {
    fc.assert(
      fc.property(chain, ([sizes, draws]) => {
        const base = counted(sizes).requiresGrad_();
        let x: Tensor = base;
        for (const numbers of draws) {
          x = viewSteps(x.shape)[numbers[0] % viewSteps(x.shape).length]!(numbers.slice(1), x.shape).view(x);
        }
        if (x === base) return;
        // Elements are different in every place, so that they can be found again.
        const places = tensor(Float64Array.from({ length: base.count }, (_, i) => i)).reshape(sizes);
        let seen: Tensor = places;
        for (const numbers of draws) {
          seen = viewSteps(seen.shape)[numbers[0] % viewSteps(seen.shape).length]!(numbers.slice(1), seen.shape).view(
            seen,
          );
        }
        const weights = counted(x.shape, 7);
        const expected = new Float64Array(base.count);
        const [where, amounts] = [seen.dataSync(), weights.dataSync()];
        where.forEach((place, i) => {
          expected[place] = expected[place]! + amounts[i]!;
        });
        const [found] = grad(x, [base], { gradOutputs: [weights] });
        expect([...found!.dataSync()]).toEqual([...expected]);
      }),
      settings,
    );
  });

  test('reshape keeps the order of the elements, whatever the strides', () => {
    const splits = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(splits, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), fc.nat(), (sizes, keys, cut) => {
        const order = [...sizes.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
        const x = counted(sizes).permute(order);
        const flat = (x.tolist() as Nested[]).flat(9);
        // Two neighbouring sizes become one, or one is split off.
        const to = x.shape.flatMap((size, i) => (i === cut % sizes.length && size % 2 === 0 ? [2, size / 2] : [size]));
        for (const target of [to, [...to].reverse(), [sizeOf(sizes)], [1, sizeOf(sizes), 1]]) {
          const reshaped = x.reshape(target);
          expect(reshaped.shape).toEqual(target);
          expect([reshaped.tolist() as Nested[]].flat(9)).toEqual(flat);
        }
      }),
      settings,
    );
  });
});

describe('autograd', () => {
  type Fn = (x: Tensor) => Tensor;
  const functions: Record<string, Fn> = {
    square: (x) => x.mul(x),
    affine: (x) => x.mul(3).add(1),
    tanh: (x) => x.tanh(),
    sin: (x) => x.sin(),
    sigmoid: (x) => x.sigmoid(),
    centred: (x) => x.sub(x.mean()),
    cumulated: (x) => x.cumsum(0),
    reversed: (x) => x.flip(0).mul(2),
    softmax: (x) => x.softmax(0),
    shared: (x) => x.select(0, 0).mul(x),
  };
  const fn = fc.constantFrom(...Object.keys(functions));
  const values = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 5 });
  const derivative = (f: Fn, x: Tensor, g: Tensor): number[] => [
    ...(grad(f(x), [x], { gradOutputs: [g], allowUnused: true })[0] ?? x.mul(0)).dataSync(),
  ];
  const make = (numbers: readonly number[]): Tensor => tensor(Float64Array.from(numbers)).requiresGrad_();
  const close = (got: readonly number[], want: readonly number[]): void => {
    got.forEach((value, i) => {
      expect(Math.abs(value - want[i]!)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(want[i]!)));
    });
  };
  const seed = (x: Tensor): Tensor => counted(x.shape, 0.01);

  test('the derivative of a sum with factors is the sum of the derivatives with factors', () => {
    fc.assert(
      fc.property(
        fn,
        fn,
        values,
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -3, max: 3 }),
        (f, h, numbers, p, q) => {
          const x = make(numbers);
          const both = derivative((y) => functions[f]!(y).mul(p).add(functions[h]!(y).mul(q)), x, seed(x));
          const [first, second] = [derivative(functions[f]!, x, seed(x)), derivative(functions[h]!, x, seed(x))];
          close(
            both,
            first.map((value, i) => p * value + q * second[i]!),
          );
        },
      ),
      settings,
    );
  });

  test('a derivative is linear in the gradient that comes in', () => {
    fc.assert(
      fc.property(fn, values, fc.integer({ min: -3, max: 3 }), (f, numbers, p) => {
        const x = make(numbers);
        const [g, h] = [seed(x), counted(x.shape).add(7)];
        const [one, other] = [derivative(functions[f]!, x, g), derivative(functions[f]!, x, h)];
        close(
          derivative(functions[f]!, x, g.mul(p).add(h)),
          one.map((value, i) => p * value + other[i]!),
        );
      }),
      settings,
    );
  });

  test('the derivative of a chain is the chain of the derivatives', () => {
    fc.assert(
      fc.property(fn, fn, values, (f, h, numbers) => {
        const x = make(numbers);
        const inner = functions[f]!(x);
        const middle = make([...inner.dataSync()]);
        const outer = derivative(functions[h]!, middle, seed(x));
        close(
          derivative((y) => functions[h]!(functions[f]!(y)), x, seed(x)),
          derivative(functions[f]!, x, make(outer)),
        );
      }),
      settings,
    );
  });

  test('backward leaves what grad returns, and twice as much after a second pass', () => {
    fc.assert(
      fc.property(fc.array(fn, { minLength: 1, maxLength: 4 }), values, (names, numbers) => {
        const run = (x: Tensor): Tensor => names.reduce((y, name) => functions[name]!(y), x);
        const x = make(numbers);
        const expected = derivative(run, x, seed(x));
        run(x).backward(seed(x));
        close([...x.grad!.dataSync()], expected);
        run(x).backward(seed(x));
        close(
          [...x.grad!.dataSync()],
          expected.map((value) => 2 * value),
        );
      }),
      settings,
    );
  });

  test('second derivatives do not depend on the order of the variables', () => {
    fc.assert(
      fc.property(fn, fn, values, fc.nat(), fc.nat(), (f, h, numbers, i, j) => {
        const x = make(numbers);
        const total = functions[h]!(functions[f]!(x)).mul(seed(x)).sum();
        const [first] = grad(total, [x], { createGraph: true, allowUnused: true });
        if (first === null || !first!.requiresGrad) return;
        const row = (k: number): number[] => [
          ...(grad(first!.select(0, k), [x], { retainGraph: true, allowUnused: true })[0] ?? x.mul(0)).dataSync(),
        ];
        const [p, q] = [i % numbers.length, j % numbers.length];
        expect(Math.abs(row(p)[q]! - row(q)[p]!)).toBeLessThan(1e-10);
      }),
      settings,
    );
  });
});
