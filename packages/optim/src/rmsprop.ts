import type { Tensor } from '@kindling/tensor-core';
import { average } from './average.js';
import { checkNotNegative } from './checks.js';
import type { Fields } from './fields.js';
import { zerosFor } from './fused.js';
import { Optimizer, type OptimizerParams, type ParamGroup } from './optimizer.js';
import { withDefaults } from './options.js';

/** What {@link RMSprop} may be told. */
export interface RMSpropOptions {
  /** The learning rate; default 0.01. */
  lr?: number;
  /** How much of the running mean of the squared gradient is kept; default 0.99. */
  alpha?: number;
  /** Added to the denominator; default 1e-8. */
  eps?: number;
  /** The factor of the parameter that is added to its gradient (an L2 penalty); default 0. */
  weightDecay?: number;
  /** How much of the last step is kept; default 0. */
  momentum?: number;
  /** Whether the variance of the gradient takes the place of its mean square; default false. */
  centered?: boolean;
  /** Whether the objective grows instead of falling; default false. */
  maximize?: boolean;
}

type RMSpropState = {
  squareAvg: Tensor;
  /** With centered only. */
  gradAvg?: Tensor;
  /** With momentum only. */
  momentumBuffer?: Tensor;
};

/**
 * RMSprop: Hinton (2012), centered as Graves (2013), in the form of `torch.optim.RMSprop`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { RMSprop } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new RMSprop([w], { lr: 0.01 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item().toFixed(4)); // => 0.9000
 * ```
 */
export class RMSprop extends Optimizer<RMSpropOptions, RMSpropState> {
  constructor(params: OptimizerParams<RMSpropOptions>, options: RMSpropOptions = {}) {
    super(
      params,
      withDefaults(
        'RMSprop',
        {
          lr: 0.01,
          alpha: 0.99,
          eps: 1e-8,
          weightDecay: 0,
          momentum: 0,
          centered: false,
          maximize: false,
        },
        options,
      ),
    );
  }

  protected override optimizerName(): string {
    return 'RMSprop';
  }

  protected override stateFields(): Fields {
    return { squareAvg: 'tensor', gradAvg: 'tensor?', momentumBuffer: 'tensor?' };
  }

  protected override checkOptions(options: Required<RMSpropOptions>): void {
    checkNotNegative('RMSprop', options, 'lr', 'eps', 'momentum', 'weightDecay', 'alpha');
  }

  protected override change(group: ParamGroup<RMSpropOptions>, param: Tensor, g: Tensor): void {
    const { lr, alpha, eps, momentum, centered } = group;
    const state = this.stateOf(param, () => ({ squareAvg: zerosFor(param) }));
    const square = average(state.squareAvg, alpha, g.mul(g));
    let mean = square;
    if (centered) {
      state.gradAvg ??= zerosFor(param);
      average(state.gradAvg, alpha, g);
      mean = square.sub(state.gradAvg.mul(state.gradAvg));
    }
    let change = g.div(mean.sqrt().add(eps));
    if (momentum > 0) {
      state.momentumBuffer ??= zerosFor(param);
      change = state.momentumBuffer.copy_(state.momentumBuffer.mul(momentum).add(change));
    }
    param.sub_(change.mul(lr));
  }
}
