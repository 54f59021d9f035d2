import { expect, it } from 'vitest';
import { GroupKFold } from './group-k-fold.js';
import { GroupShuffleSplit } from './group-shuffle-split.js';
import { KFold } from './k-fold.js';
import { RepeatedKFold } from './repeated-k-fold.js';
import { RepeatedStratifiedKFold } from './repeated-stratified-k-fold.js';
import { ShuffleSplit } from './shuffle-split.js';
import { StratifiedGroupKFold } from './stratified-group-k-fold.js';
import { StratifiedKFold } from './stratified-k-fold.js';
import { StratifiedShuffleSplit } from './stratified-shuffle-split.js';
import { TimeSeriesSplit } from './time-series-split.js';

it.each([
  GroupKFold,
  GroupShuffleSplit,
  KFold,
  RepeatedKFold,
  StratifiedGroupKFold,
  RepeatedStratifiedKFold,
  ShuffleSplit,
  StratifiedKFold,
  StratifiedShuffleSplit,
  TimeSeriesSplit,
])('%o takes known options alone', (Kind) => {
  const make = (options: unknown) => () => new Kind(options as never);
  expect(make(3)).toThrow(`${Kind.name}: the options must be an object, not 3`);
  expect(make({ n_splits: 3 })).toThrow(`${Kind.name}: unknown option 'n_splits'; did you mean 'nSplits'?`);
  expect(make({ nSplits: '3' })).toThrow("got a string '3'");
  expect(() => new Kind().split(undefined as never, [], [])).toThrow('expects a number of rows');
});

it('labels are a list', () => {
  expect(() => new StratifiedKFold({ nSplits: 2 }).split(4, 'aabb' as never)).toThrow('must be an array or a tensor');
  expect(() => new KFold({ shuffle: 'yes' as never })).toThrow(
    "KFold: shuffle must be true or false, got a string 'yes'",
  );
});
