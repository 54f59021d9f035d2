import type { Tensor } from '@kindling/tensor-core';
import { average } from './average.js';
import { checkAdam } from './checks.js';
import type { Fields } from './fields.js';
import { zerosFor } from './fused.js';
import { Optimizer, type OptimizerParams, type ParamGroup } from './optimizer.js';
import { withDefaults } from './options.js';

/** What {@link RAdam} may be told. */
export interface RAdamOptions {
  /** The learning rate; default 0.001. */
  lr?: number;
  /** How much of the running means of the gradient and of its square is kept; default [0.9, 0.999]. */
  betas?: readonly [number, number];
  /** Added to the denominator; default 1e-8. */
  eps?: number;
  /** The factor of the parameter that is added to its gradient (an L2 penalty); default 0. */
  weightDecay?: number;
}

type RAdamState = { step: number; expAvg: Tensor; expAvgSq: Tensor };

/**
 * Adam whose first steps are rectified: Liu et al. (2020), in the form of `torch.optim.RAdam`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { RAdam } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new RAdam([w], { lr: 0.25 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item().toFixed(4)); // => 0.5000
 * ```
 */
export class RAdam extends Optimizer<RAdamOptions, RAdamState> {
  constructor(params: OptimizerParams<RAdamOptions>, options: RAdamOptions = {}) {
    super(params, withDefaults('RAdam', { lr: 0.001, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0 }, options));
  }

  protected override optimizerName(): string {
    return 'RAdam';
  }

  protected override stateFields(): Fields {
    return { step: 'count', expAvg: 'tensor', expAvgSq: 'tensor' };
  }

  protected override checkOptions(options: Required<RAdamOptions>): void {
    checkAdam('RAdam', options);
  }

  protected override change(group: ParamGroup<RAdamOptions>, param: Tensor, g: Tensor): void {
    const { lr, eps } = group;
    const [beta1, beta2] = group.betas;
    const state = this.stateOf(param, () => ({ step: 0, expAvg: zerosFor(param), expAvgSq: zerosFor(param) }));
    const step = ++state.step;
    average(state.expAvg, beta1, g);
    average(state.expAvgSq, beta2, g.mul(g));
    const correction = 1 - beta2 ** step;
    const change = state.expAvg.div(1 - beta1 ** step).mul(lr);
    // The length of the moving average, at most and so far; below 5 its variance is unknown.
    const most = 2 / (1 - beta2) - 1;
    const length = most - (2 * step * beta2 ** step) / correction;
    if (length <= 5) {
      param.sub_(change);
      return;
    }
    const rectified = Math.sqrt(((length - 4) * (length - 2) * most) / ((most - 4) * (most - 2) * length));
    const rate = state.expAvgSq.sqrt().add(eps).reciprocal().mul(Math.sqrt(correction));
    param.sub_(change.mul(rate).mul(rectified));
  }
}
