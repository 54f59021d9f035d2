// A second module over the same memory, of what few programs need: bundlers leave it out of a page that does not ask for it. It
// keeps to the rules of index.ts, and threads share its work as they do the other's.
@global const MORE: bool = true;

export { batchNorm, batchNormBackward } from './batch-norm';
export { compare, where } from './compare';
export { conv2d, conv2dPlan, conv2dPlanRoom, conv2dSumRoom, conv2dSums, conv2dWork } from './conv2d';
export { eachPair } from './elementwise';
export { erf } from './erf';
export { extremeColumns, extremeRows, positionRows } from './extremes';
export { setWindows, unfold } from './im2col';
export { help, join } from './parallel';
export { maxPool2, maxPool2Backward } from './pool';
export { reduceMiddle, runningSums, sumOfMany, sumsOfRows } from './reductions';
export { gatherRows, pick, within } from './rows';
export { optimize } from './seldom-optimizers';
export { softmaxRows } from './softmax-rows';

/** The first address that neither module uses itself: scripts/generate.mjs puts this one's constants behind the other's. */
export function heapBase(): usize {
  return __heap_base;
}
