// What the module exports. Everything works on addresses in one memory, which the caller owns and lays out; arrays of
// float32 have at least 64 bytes behind them, since kernels read, and some write, whole vectors.
export { activationBackward } from './activation';
export { binary } from './binary';
export { gemm, gemmWork } from './gemm';
export { loss, lossBackward } from './loss';
export { normalize, normalizeBackward } from './normalize';
export { adam, sgd } from './optimizers';
export { transpose } from './pack';
export { help, join } from './parallel';
export { softmax } from './softmax';
export { sum, sumColumns, sumRows } from './sum';
export { unary } from './unary';

/** The first address that the module does not use itself. */
export function heapBase(): usize {
  return __heap_base;
}
