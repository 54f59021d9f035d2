import { readdirSync, readFileSync } from 'node:fs';
import { cpu } from '@kindling/backend-cpu';
import { type Backend, type Node, scatterAdd, setBackend, Tensor } from '@kindling/tensor-core';
import { checkGradient } from '@kindling/tensor-core/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { sizeOf } from '../shape.js';
import type { Call, OpCase } from './cases/case.js';
import { elementwise } from './cases/elementwise.js';
import { products } from './cases/products.js';
import { reductions } from './cases/reductions.js';
import { structure } from './cases/structure.js';
import { windows } from './cases/windows.js';
import { lay } from './layouts.js';
import { draw, seedOf } from './values.js';

let backend: Backend;
beforeAll(async () => {
  backend = await cpu();
  setBackend(backend);
});

/** Names of the operations that took part in a function that was checked. */
const checked = new Set<string>();

function note(result: Tensor | readonly Tensor[]): void {
  const seen = new Set<Node>();
  const visit = (x: Tensor): void => {
    if (x.node === null || seen.has(x.node)) return;
    seen.add(x.node);
    checked.add(x.node.op.name);
    x.node.inputs.forEach(visit);
  };
  for (const x of result instanceof Tensor ? [result] : result) visit(x);
}

function inputs(call: Call, layout: string): Tensor[] {
  return call.inputs.map(({ shape, dtype = 'float64', range = [-3, 3], values }, i) => {
    const elements = draw(dtype, sizeOf(shape), range, seedOf(`${call.label}/${i}`));
    if (values !== undefined) elements.set(values);
    return lay(backend, elements, shape, layout);
  });
}

/** Where elements are equal there is no derivative, only a convention, which PyTorch's values check. */
const smooth = (one: OpCase): boolean => one.gradient && one.op !== 'equal-elements' && !one.op.startsWith('to-');

/** Of nothing they are NaN, and have no derivative. */
const ofSomething = new Set(['mean', 'var', 'std']);

/** At 1e-6 to either side; functions that are steep or reduce many elements have larger third derivatives. */
const options = { rtol: 1e-5, atol: 1e-6 };

for (const [group, cases] of Object.entries({ elementwise, reductions, products, structure, windows })) {
  describe(`gradients of ${group} are those of central differences`, () => {
    for (const one of cases.filter(smooth)) {
      test(one.op, async () => {
        for (const call of one.calls) {
          if (call.inputs.every(({ dtype }) => dtype !== undefined)) continue;
          if (ofSomething.has(one.op) && call.inputs.some(({ shape }) => sizeOf(shape) === 0)) continue;
          for (const layout of ['dense', 'half flipped']) {
            const run = (...given: Tensor[]): Tensor | readonly Tensor[] => {
              const result = call.run(given);
              note(result);
              return result;
            };
            const given = inputs(call, layout);
            const second = layout === 'dense' && given.reduce((sum, x) => sum + x.count, 0) <= 30;
            await checkGradient(run, given, { ...options, second }).catch((error: Error) => {
              throw new Error(`${call.label}, ${layout}: ${error.message}`);
            });
          }
        }
      });
    }
  });
}

describe('more gradients', () => {
  const x = (seed: number, shape: readonly number[], low = -3, high = 3): Tensor =>
    lay(backend, draw('float64', sizeOf(shape), [low, high], seed), shape, 'dense');
  const check = (run: (...given: Tensor[]) => Tensor | readonly Tensor[], given: readonly Tensor[]) =>
    checkGradient(
      (...xs) => {
        const result = run(...xs);
        note(result);
        return result;
      },
      given,
      { ...options, second: true },
    );

  test('powers of numbers, and numbers to a power', async () => {
    for (const exponent of [0, 1, 2, 3, 0.5, -0.5, -1, -2, 2.5, 4])
      await check((a) => a.pow(exponent), [x(1, [4], 0.5, 2)]);
    for (const exponent of [2, 3, 4]) await check((a) => a.pow(exponent), [x(2, [4], -2, -0.5)]);
    const { pow, sub, div } = await import('@kindling/tensor-core');
    await check((a) => pow(2, a), [x(3, [4])]);
    await check((a) => sub(1, a), [x(4, [4])]);
    await check((a) => div(1, a), [x(5, [4], 0.5, 2)]);
  });

  test('products with zeros among the factors', async () => {
    const values = [0, 2, -1, 3, 0, 0.5, 0, 0, 2];
    const zeros = lay(backend, Float64Array.from(values), [3, 3], 'dense');
    await check((a) => a.prod(1), [zeros]);
    await check((a) => a.prod(0, { keepdim: true }), [zeros]);
    await check((a) => a.prod(), [x(6, [5])]);
    await check((a) => a.prod(), [lay(backend, Float64Array.of(3, 0, 2), [3], 'dense')]);
  });

  test('norms', async () => {
    for (const p of [0, 1, 2, 3, 2.5, 1.5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      await check((a) => a.norm(p), [x(7, [5], 0.5, 3)]);
      await check((a) => a.norm(p, 1), [x(8, [2, 3], -3, -0.5)]);
    }
  });

  test('spreads with other corrections', async () => {
    for (const correction of [0, 1, 2]) {
      await check((a) => a.var([0, 2], { correction }), [x(9, [2, 2, 3])]);
      await check((a) => a.std(undefined, { correction, keepdim: true }), [x(10, [5])]);
    }
  });

  test('through another dtype', async () => {
    const run = (a: Tensor): Tensor => a.float().mul(3).double();
    note(run(x(17, [3]).requiresGrad_()));
    await checkGradient(run, [x(17, [3])], { eps: 1e-2, rtol: 1e-4 });
  });

  test('a source larger than the index', async () => {
    const index = lay(backend, Int32Array.of(0, 2, 1, 1), [2, 2], 'dense');
    await check((a, source) => scatterAdd(a, 0, index, source), [x(11, [3, 3]), x(12, [4, 3])]);
  });

  test('a small network, end to end', async () => {
    const network = (given: Tensor, w1: Tensor, b1: Tensor, w2: Tensor): Tensor =>
      given.matmul(w1.T).add(b1).tanh().matmul(w2).sigmoid().log().mean();
    await check(network, [x(13, [4, 3]), x(14, [5, 3], -1, 1), x(15, [5], -1, 1), x(16, [5, 2], -1, 1)]);
  });
});

test('every operation that has a derivative was checked', () => {
  const folder = new URL('../ops/', import.meta.url);
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const defined = sources.flatMap((source) =>
    [
      ...source.matchAll(
        /(?:define(?:Op|Unary|Binary|Single|Extreme|Softmax|Layer)|(?:float|numeric)Unary)(?:<[^(]*>)?\(\s*(?:\{\s*name: )?'(\w+)'/g,
      ),
    ].map((match) => match[1]!),
  );
  expect(defined.length).toBeGreaterThan(55);
  expect([...new Set(defined)].filter((name) => !checked.has(name))).toEqual([]);
});
