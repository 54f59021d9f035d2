import { expect, it } from 'vitest';
import { inspect } from './inspect.js';
import { chainOf, programOf } from './program.js';

const blocks = [
  { code: "import { add } from 'numbers';\nconst a: number = add(1, 2);", continues: false },
  { code: 'console.log(a as number);', continues: true },
  { code: 'console.log(await Promise.resolve(7));', continues: false },
];

it('runs a block after those it goes on from', () => {
  expect(chainOf(blocks, 1)).toEqual([0, 1]);
  expect(chainOf(blocks, 2)).toEqual([2]);
});

it('makes a program of blocks, without types', async () => {
  const begun: number[] = [];
  const printed: unknown[] = [];
  const run = async (indices: number[]) => {
    const body = `return (async () => { ${programOf(blocks, indices)} })()`;
    await new Function('require', 'console', 'begin', 'exports', body)(
      () => ({ add: (x: number, y: number) => x + y }),
      { log: (value: unknown) => printed.push(value) },
      (i: number) => begun.push(i),
      {},
    );
  };
  await run([0, 1]);
  await run([2]);
  expect(begun).toEqual([0, 1, 2]);
  expect(printed).toEqual([3, 7]);
  expect(() => programOf([{ code: 'const = 3', continues: false }], [0])).toThrow(/\(2:7\)/);
});

it.each([
  ['a text', 'a text'],
  [[20, 2], '[ 20, 2 ]'],
  [[[0], ['x']], "[ [ 0 ], [ 'x' ] ]"],
  [new Float32Array([1, 0.5]), 'Float32Array(2) [ 1, 0.5 ]'],
  [{ loss: 1, best: null }, '{ loss: 1, best: null }'],
  [new Error('no'), 'Error: no'],
  [
    new (class Tensor {
      toString(): string {
        return 'tensor([1.])';
      }
    })(),
    'tensor([1.])',
  ],
])('shows %j as Node does', (value, text) => {
  expect(inspect(value)).toBe(text);
});
