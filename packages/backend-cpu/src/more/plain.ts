import type { FusedKernels } from '@kindling/tensor-core/backend';
import { PlainBackend } from '../backend.js';
import type { Wrap } from '../fused.js';
import * as plain from './kernels/fused.js';

/** Makes buffers of the largest elements of windows and of where they are. */
export function wrapChosen(wrap: Wrap, { values, indices }: plain.Chosen) {
  return { values: wrap(values), indices: wrap(indices) };
}

/** What this has besides: a convolution in plain TypeScript is composed of `unfold` and a product. */
type MorePlainKernels = Pick<
  FusedKernels,
  'unfold' | 'fold' | 'maxPool2d' | 'maxPool2dBackward' | 'avgPool2d' | 'avgPool2dBackward'
>;

/** Fused kernels in plain TypeScript that few pages need. */
export function morePlainFused(wrap: Wrap): MorePlainKernels {
  return {
    unfold: (...args) => wrap(plain.unfold(...args)),
    fold: (...args) => wrap(plain.fold(...args)),
    maxPool2d: (...args) => wrapChosen(wrap, plain.maxPool2d(...args)),
    maxPool2dBackward: (...args) => wrap(plain.maxPool2dBackward(...args)),
    avgPool2d: (...args) => wrap(plain.avgPool2d(...args)),
    avgPool2dBackward: (...args) => wrap(plain.avgPool2dBackward(...args)),
  };
}

/** The plain backend with all fused kernels that there are in plain TypeScript. */
export class MorePlainBackend extends PlainBackend {
  declare readonly fused: PlainBackend['fused'] & MorePlainKernels;

  constructor() {
    super();
    const wrap: Wrap = (values) => this.wrap(values);
    this.fused = { ...this.fused, ...morePlainFused(wrap) };
  }
}
