import { cpu } from '@kindling/backend-cpu';
import { SeedrandomGenerator, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { expect, expectTypeOf, it } from 'vitest';
import { Table } from '../table/table.js';
import { trainTestSplit, trainTestSplitIndices } from './train-test-split.js';

const x = Array.from({ length: 10 }, (_, i) => [i, 10 * i]);
const y = Float32Array.from({ length: 10 }, (_, i) => i);

it('splits arrays of every kind at the same rows', () => {
  const names = x.map(([i]) => `row ${i}`);
  const [xTrain, xTest, yTrain, yTest, nameTrain, nameTest] = trainTestSplit(x, y, names, {
    testSize: 3,
    randomState: 1,
  });
  expectTypeOf(xTrain).toEqualTypeOf<number[][]>();
  expectTypeOf(nameTest).toEqualTypeOf<string[]>();
  expect(yTrain).toBeInstanceOf(Float32Array);
  const { train, test } = trainTestSplitIndices(10, { testSize: 3, randomState: 1 });
  expect([...yTrain]).toEqual([...train]);
  expect([...yTest]).toEqual([...test]);
  expect(xTrain).toEqual([...train].map((i) => x[i]));
  expect(xTest).toEqual([...test].map((i) => x[i]));
  expect([...nameTrain, ...nameTest]).toEqual([...train, ...test].map((i) => `row ${i}`));
});

it('makes a quarter the test part, of arrays without options', () => {
  const parts = trainTestSplit(y);
  expect(parts).toHaveLength(2);
  expect([parts[0].length, parts[1].length]).toEqual([7, 3]);
});

it('draws from any generator', () => {
  const draw = (seed: string) => trainTestSplitIndices(40, { randomState: new SeedrandomGenerator(seed) });
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

it('keeps the order without shuffling', () => {
  const { train, test } = trainTestSplitIndices(5, { shuffle: false, testSize: 2 });
  expect([...train, ...test]).toEqual([0, 1, 2, 3, 4]);
});

it('refuses sizes that do not fit', () => {
  const split = (options: object): unknown => trainTestSplitIndices(10, options);
  expect(() => split({ testSize: Number.NaN })).toThrow('testSize must be a number, not NaN');
  for (const testSize of [0, 10, 11, -1, 1.5]) {
    expect(() => split({ testSize })).toThrow(
      `testSize must be a share between 0 and 1 or 1 to 9 of 10 rows, got ${testSize}`,
    );
  }
  expect(() => split({ trainSize: 10 })).toThrow('trainSize must be');
  expect(() => split({ testSize: 0.6, trainSize: 0.5 })).toThrow('add up to 1.1, more than 1');
  expect(() => split({ testSize: 6, trainSize: 5 })).toThrow(
    '5 training and 6 test rows are more than the 10 there are',
  );
  expect(() => split({ testSize: 0.99 })).toThrow('10 test rows of 10 leave nothing to train on');
  expect(() => trainTestSplitIndices(1)).toThrow('leave nothing to train on');
});

it('refuses arrays that do not fit', () => {
  expect(() => trainTestSplit(x, y.subarray(1))).toThrow('trainTestSplit: array 1 has 9 rows, the first one 10');
  expect(() => trainTestSplit(x, { stratify: [0, 1] })).toThrow('got 2 labels for 10 rows');
  expect(() => trainTestSplit(x, { stratify: y, shuffle: false })).toThrow('stratify needs shuffle: true');
  expect(() => trainTestSplit([])).toThrow('1 or more, got 0');
  expect(() => (trainTestSplit as () => void)()).toThrow('needs at least one array');
});

it('splits tensors and tables too', async () => {
  setBackend(await cpu({ wasm: false }));
  const table = Table.from({ a: y, b: x.map(([i]) => `row ${i}`) });
  const [xTrain, xTest, tableTrain, tableTest] = trainTestSplit(tensor(x), table, {
    testSize: 3,
    randomState: 1,
    stratify: tensor(x.map(([i]) => i! % 2)),
  });
  expectTypeOf(xTest).toEqualTypeOf<Tensor>();
  expectTypeOf(tableTest).toEqualTypeOf<Table>();
  expect([xTrain.shape, xTest.shape, tableTrain.rows]).toEqual([[7, 2], [3, 2], 7]);
  expect(xTest.tolist()).toEqual(tableTest.toRows().map(({ a }) => [a, 10 * (a as number)]));
});

it('takes nothing silently that it does not know', () => {
  const split = trainTestSplit as (...args: unknown[]) => unknown;
  expect(() => split(x, 0.3)).toThrow('trainTestSplit: the last argument must be an array or options, got 0.3');
  expect(() => split(x, undefined)).toThrow('got undefined');
  expect(() => split(x, 'abc')).toThrow("got a string 'abc'");
  expect(() => split(x, null)).toThrow('the options must be an object, not null');
  expect(() => split(x, new Map(), y)).toThrow('argument 1 must be an array, a tensor or a Table, got a Map');
  expect(() => split(x, 3, y)).toThrow('argument 1 must be an array, a tensor or a Table, got 3');
  expect(() => split(x, { test_size: 3 })).toThrow(
    "trainTestSplit: unknown option 'test_size'; did you mean 'testSize'?",
  );
  expect(() => split(x, { testSize: '3' })).toThrow("testSize must be a number, not a string '3'");
  expect(() => split(x, { stratify: 'aabbaabbaa' })).toThrow('the labels must be an array or a tensor, got a string');
  expect(() => trainTestSplitIndices('abc' as never)).toThrow("got a string 'abc'");
});
