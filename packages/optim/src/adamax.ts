import { maximum, type Tensor } from '@kindling/tensor-core';
import { average } from './average.js';
import { checkAdam } from './checks.js';
import type { Fields } from './fields.js';
import { zerosFor } from './fused.js';
import { Optimizer, type OptimizerParams, type ParamGroup } from './optimizer.js';
import { withDefaults } from './options.js';

/** What {@link Adamax} may be told. */
export interface AdamaxOptions {
  /** The learning rate; default 0.002. */
  lr?: number;
  /** How much of the running means of the gradient and of its square is kept; default [0.9, 0.999]. */
  betas?: readonly [number, number];
  /** Added to the denominator; default 1e-8. */
  eps?: number;
  /** The factor of the parameter that is added to its gradient (an L2 penalty); default 0. */
  weightDecay?: number;
  /** Whether the objective grows instead of falling; default false. */
  maximize?: boolean;
}

type AdamaxState = { step: number; expAvg: Tensor; expInf: Tensor };

/**
 * Adam with the largest gradient in place of the mean square: Kingma and Ba (2015), in the form of
 * `torch.optim.Adamax`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Adamax } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new Adamax([w], { lr: 0.25 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item().toFixed(4)); // => 0.7500
 * ```
 */
export class Adamax extends Optimizer<AdamaxOptions, AdamaxState> {
  constructor(params: OptimizerParams<AdamaxOptions>, options: AdamaxOptions = {}) {
    super(
      params,
      withDefaults('Adamax', { lr: 0.002, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0, maximize: false }, options),
    );
  }

  protected override optimizerName(): string {
    return 'Adamax';
  }

  protected override stateFields(): Fields {
    return { step: 'count', expAvg: 'tensor', expInf: 'tensor' };
  }

  protected override checkOptions(options: Required<AdamaxOptions>): void {
    checkAdam('Adamax', options);
  }

  protected override change(group: ParamGroup<AdamaxOptions>, param: Tensor, g: Tensor): void {
    const { lr, eps } = group;
    const [beta1, beta2] = group.betas;
    const state = this.stateOf(param, () => ({ step: 0, expAvg: zerosFor(param), expInf: zerosFor(param) }));
    state.step++;
    average(state.expAvg, beta1, g);
    state.expInf.copy_(maximum(state.expInf.mul(beta2), g.abs().add(eps)));
    param.sub_(state.expAvg.div(state.expInf).mul(lr / (1 - beta1 ** state.step)));
  }
}
