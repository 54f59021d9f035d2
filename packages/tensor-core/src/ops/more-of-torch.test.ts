import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  allclose,
  equal,
  isclose,
  maskedFill,
  meshgrid,
  remainder,
  repeat,
  roll,
  setBackend,
  tensor,
} from '../index.js';

beforeAll(async () => setBackend(await cpu()));

const x = () => tensor([1, 2, 3]);

describe('whether tensors are the same', () => {
  test('equal asks for shape and elements', () => {
    expect([equal(x(), x()), equal(x(), x().add(1)), equal(x(), tensor([[1, 2, 3]]))]).toEqual([true, false, false]);
    expect([equal(tensor([Number.NaN]), tensor([Number.NaN])), equal(tensor([]), tensor([]))]).toEqual([false, true]);
  });

  test('allclose asks isclose of all', () => {
    expect([allclose(x(), x().add(1e-7)), allclose(x(), x().add(0.1)), allclose(x(), tensor(2), { atol: 1 })]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('dtypes that differ are errors', () => {
    for (const compare of [equal, allclose, isclose]) {
      expect(() => compare(x(), x().int())).toThrow(`${compare.name}: one tensor is float32, the other int32`);
    }
  });
});

describe('arguments that do not fit', () => {
  test.each([
    ['a mask that covers no rows', () => tensor([[1, 2]]).at(tensor([true, false])), 'at: a mask [2] does not cover'],
    ['a mask that is not bool', () => x().at(x()), 'at: the mask must be bool, not float32'],
    ['fewer counts than dimensions', () => repeat(tensor([[1]]), [2]), 'repeat: [1, 1] needs 2 counts or more, not 1'],
    ['fewer shifts than dimensions', () => roll(x(), [1], [0, 0]), 'roll: as many shifts as dimensions'],
    ['several shifts without dimensions', () => roll(x(), [1, 2]), 'roll: each dimension must be a whole number'],
    ['a vector as value', () => maskedFill(x(), x().gt(1), x()), 'maskedFill: the value must be a number or a scalar'],
    ['a fraction into int32', () => maskedFill(x().int(), x().gt(1), 0.5), 'maskedFill: the value for int32 must be'],
    ['int32 by 0', () => remainder(x().int(), 0), 'remainder: whole numbers cannot be divided by 0'],
    ['options between vectors', () => meshgrid(x(), { indexing: 'xy' } as never, x()), 'meshgrid: '],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});

test('meshgrid takes vectors one after the other, or in an array', () => {
  const shapes = (grids: readonly { shape: readonly number[] }[]) => grids.map(({ shape }) => shape);
  expect(shapes(meshgrid(x(), tensor([1, 2])))).toEqual([
    [3, 2],
    [3, 2],
  ]);
  expect(shapes(meshgrid(x(), tensor([1, 2]), { indexing: 'xy' }))).toEqual(
    shapes(meshgrid([x(), tensor([1, 2])], { indexing: 'xy' })),
  );
});
