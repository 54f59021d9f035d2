import { expect, it } from 'vitest';
import { computeClassWeight } from './compute-class-weight.js';
import { GroupKFold } from './group-k-fold.js';
import { TimeSeriesSplit } from './time-series-split.js';

// Values of scikit-learn 1.2.1.
it('GroupKFold keeps groups whole', () => {
  const groups = [1, 1, 1, 2, 2, 3, 3, 3, 3, 4];
  const tests = [...new GroupKFold({ nSplits: 3 }).split(10, undefined, groups)].map(({ test }) => [...test]);
  expect(tests).toEqual([
    [5, 6, 7, 8],
    [0, 1, 2],
    [3, 4, 9],
  ]);
  expect(() => new GroupKFold({ nSplits: 5 }).split(10, undefined, groups)).toThrow('cannot make 5 folds of 4 groups');
  expect(() => new GroupKFold().split(10)).toThrow('needs the groups as the third argument');
  expect(() => new GroupKFold(3 as never)).toThrow('GroupKFold');
});

it('TimeSeriesSplit tests after it trained', () => {
  const splits = [...new TimeSeriesSplit({ nSplits: 3, gap: 1, maxTrainSize: 4, testSize: 2 }).split(11)];
  expect(splits.map(({ train, test }) => [[...train], [...test]])).toEqual([
    [
      [0, 1, 2, 3],
      [5, 6],
    ],
    [
      [2, 3, 4, 5],
      [7, 8],
    ],
    [
      [4, 5, 6, 7],
      [9, 10],
    ],
  ]);
  expect(() => new TimeSeriesSplit({ nSplits: 3, testSize: 4 }).split(12)).toThrow('leave nothing of 12 to train on');
  expect(() => new TimeSeriesSplit({ n_splits: 3 } as never)).toThrow("did you mean 'nSplits'?");
});

it('computeClassWeight balances', () => {
  expect(computeClassWeight([1, 1, 1, 0, 2, 2])).toMatchObject({
    classes: [0, 1, 2],
    weights: Float64Array.of(2, 2 / 3, 1),
  });
  expect(() => computeClassWeight([])).toThrow('there are no labels');
});
