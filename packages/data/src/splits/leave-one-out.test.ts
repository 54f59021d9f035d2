import { expect, it } from 'vitest';
import { LeaveOneOut } from './leave-one-out.js';

it('tests each row once', () => {
  const splitter = new LeaveOneOut(['a', 'b', 'c', 'd']);
  expect(splitter.nSplits).toBe(4);
  expect([...splitter.split(4)].map(({ train, test }) => [[...train], [...test]])).toEqual([
    [[1, 2, 3], [0]],
    [[0, 2, 3], [1]],
    [[0, 1, 3], [2]],
    [[0, 1, 2], [3]],
  ]);
});

it('refuses one row, other rows and what has none', () => {
  expect(() => new LeaveOneOut(1)).toThrow('1 row leaves nothing to train on');
  expect(() => new LeaveOneOut(3).split(4)).toThrow('got 4 rows, made for 3');
  expect(() => new LeaveOneOut({} as never)).toThrow('expects a number of rows');
});
