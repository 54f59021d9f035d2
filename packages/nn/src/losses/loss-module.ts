import type { Tensor } from '@kindling/tensor-core';
import { Module } from '../module.js';
import { type LossOptions, type LossValues, type Reduction, reductionOf } from './loss.js';

/** What losses have in common as modules: each is the options of its function. */
export abstract class Loss<R extends string = Reduction> extends Module<[input: LossValues, target: LossValues]> {
  readonly reduction: R | Reduction;

  constructor(options: { reduction?: R | Reduction }, more?: R) {
    super();
    this.reduction = reductionOf(this.moduleName(), options, more);
  }
}

/** A loss whose elements, or classes, may have weights. */
export abstract class WeightedLoss extends Loss {
  declare weight: Tensor | null;

  constructor(options: LossOptions & { weight?: Tensor | null }) {
    super(options);
    this.registerBuffer('weight', options.weight ?? null);
  }
}
