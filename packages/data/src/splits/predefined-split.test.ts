import { expect, it } from 'vitest';
import { GroupShuffleSplit } from './group-shuffle-split.js';
import { PredefinedSplit } from './predefined-split.js';
import { StratifiedGroupKFold } from './stratified-group-k-fold.js';

it('tests the rows of each fold in turn', () => {
  const splitter = new PredefinedSplit({ testFold: Int32Array.of(3, -1, 0, 3) });
  expect(splitter.nSplits).toBe(2);
  expect([...splitter.split(4)].map(({ train, test }) => [[...train], [...test]])).toEqual([
    [[0, 1, 3], [2]],
    [
      [1, 2],
      [0, 3],
    ],
  ]);
});

it('refuses folds that are none', () => {
  const make = (testFold: unknown) => () => new PredefinedSplit({ testFold } as never);
  expect(make([0.5, 1])).toThrow('a fold must be a whole number of 0 or more, or -1, got 0.5');
  expect(make([-1, -1])).toThrow('testFold has no fold');
  expect(make([0, '1'])).toThrow('all numbers');
  expect(make('01')).toThrow('must be an array');
  expect(() => new PredefinedSplit([0, 1] as never)).toThrow('the options must be an object, not an array of 2');
  expect(() => new PredefinedSplit({ testFold: [0, 1] }).split(3)).toThrow('got 2 folds for 3 rows');
});

it('groups are needed where rows are split by them', () => {
  expect(() => new GroupShuffleSplit().split(3)).toThrow('GroupShuffleSplit: needs the groups as the third argument');
  expect(() => new StratifiedGroupKFold({ nSplits: 2 }).split(4, [0, 0, 1, 1])).toThrow('needs the groups');
  expect(() => new StratifiedGroupKFold({ nSplits: 2 }).split(4, [0, 0, 1, 1], [1, 2])).toThrow(
    'got 2 groups for 4 rows',
  );
  expect(() => new StratifiedGroupKFold().split(4, [0, 0, 1, 1], [1, 2, 3, 4])).toThrow(
    'cannot make 5 folds, the largest class has 2 rows',
  );
});
