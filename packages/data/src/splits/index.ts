export { computeClassWeight } from './compute-class-weight.js';
export { GroupKFold } from './group-k-fold.js';
export { GroupShuffleSplit } from './group-shuffle-split.js';
export { KFold, type KFoldOptions } from './k-fold.js';
export { LeaveOneOut } from './leave-one-out.js';
export { PredefinedSplit } from './predefined-split.js';
export type { RandomSource, RandomStateLike } from './random-source.js';
export { RepeatedKFold } from './repeated-k-fold.js';
export { RepeatedStratifiedKFold, type RepeatedStratifiedKFoldOptions } from './repeated-stratified-k-fold.js';
export { ShuffleSplit, type ShuffleSplitOptions } from './shuffle-split.js';
export type { SplitSizes } from './sizes.js';
export type { Labels, Samples, Split, Splitter } from './splitter.js';
export { StratifiedGroupKFold } from './stratified-group-k-fold.js';
export { StratifiedKFold } from './stratified-k-fold.js';
export { StratifiedShuffleSplit } from './stratified-shuffle-split.js';
export { TimeSeriesSplit, type TimeSeriesSplitOptions } from './time-series-split.js';
export {
  type Splittable,
  type TrainTestParts,
  type TrainTestSplitOptions,
  trainTestSplit,
  trainTestSplitIndices,
} from './train-test-split.js';
