import type { Tensor } from '@kindling/tensor-core';
import { average } from './average.js';
import { checkNotNegative, checkRange } from './checks.js';
import type { Fields } from './fields.js';
import { zerosFor } from './fused.js';
import { Optimizer, type OptimizerParams, type ParamGroup } from './optimizer.js';
import { withDefaults } from './options.js';

/** What {@link Adadelta} may be told. */
export interface AdadeltaOptions {
  /** The learning rate; default 1. */
  lr?: number;
  /** How much of the running means is kept, from 0 to 1; default 0.9. */
  rho?: number;
  /** Added under the roots; default 1e-6. */
  eps?: number;
  /** The factor of the parameter that is added to its gradient (an L2 penalty); default 0. */
  weightDecay?: number;
  /** Whether the objective grows instead of falling; default false. */
  maximize?: boolean;
}

type AdadeltaState = { squareAvg: Tensor; accDelta: Tensor };

/**
 * Adadelta: Zeiler (2012), in the form of `torch.optim.Adadelta`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Adadelta } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new Adadelta([w], { lr: 1 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item().toFixed(4)); // => 0.9968
 * ```
 */
export class Adadelta extends Optimizer<AdadeltaOptions, AdadeltaState> {
  constructor(params: OptimizerParams<AdadeltaOptions>, options: AdadeltaOptions = {}) {
    super(params, withDefaults('Adadelta', { lr: 1, rho: 0.9, eps: 1e-6, weightDecay: 0, maximize: false }, options));
  }

  protected override optimizerName(): string {
    return 'Adadelta';
  }

  protected override stateFields(): Fields {
    return { squareAvg: 'tensor', accDelta: 'tensor' };
  }

  protected override checkOptions(options: Required<AdadeltaOptions>): void {
    checkRange('Adadelta', 'rho value', options.rho, options.rho <= 1);
    checkNotNegative('Adadelta', options, 'lr', 'eps', 'weightDecay');
  }

  protected override change(group: ParamGroup<AdadeltaOptions>, param: Tensor, g: Tensor): void {
    const { lr, rho, eps } = group;
    const state = this.stateOf(param, () => ({ squareAvg: zerosFor(param), accDelta: zerosFor(param) }));
    const { squareAvg, accDelta } = state;
    average(squareAvg, rho, g.mul(g));
    const delta = accDelta.add(eps).sqrt().div(squareAvg.add(eps).sqrt()).mul(g);
    average(accDelta, rho, delta.mul(delta));
    param.sub_(delta.mul(lr));
  }
}
