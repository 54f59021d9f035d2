import type { Tensor } from '@kindling/tensor-core';
import { checkNotNegative } from './checks.js';
import type { Fields } from './fields.js';
import { zerosFor } from './fused.js';
import { Optimizer, type OptimizerParams, type ParamGroup } from './optimizer.js';
import { withDefaults } from './options.js';

/** What {@link Adagrad} may be told. */
export interface AdagradOptions {
  /** The learning rate; default 0.01. */
  lr?: number;
  /** How fast the learning rate falls; default 0. */
  lrDecay?: number;
  /** The factor of the parameter that is added to its gradient (an L2 penalty); default 0. */
  weightDecay?: number;
  /** What the sum of squared gradients starts from; default 0. */
  initialAccumulatorValue?: number;
  /** Added to the denominator; default 1e-10. */
  eps?: number;
  /** Whether the objective grows instead of falling; default false. */
  maximize?: boolean;
}

type AdagradState = { step: number; sum: Tensor };

/**
 * Adagrad: Duchi, Hazan and Singer (2011), in the form of `torch.optim.Adagrad`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Adagrad } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new Adagrad([w], { lr: 0.25 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item().toFixed(4)); // => 0.7500
 * ```
 */
export class Adagrad extends Optimizer<AdagradOptions, AdagradState> {
  constructor(params: OptimizerParams<AdagradOptions>, options: AdagradOptions = {}) {
    super(
      params,
      withDefaults(
        'Adagrad',
        {
          lr: 0.01,
          lrDecay: 0,
          weightDecay: 0,
          initialAccumulatorValue: 0,
          eps: 1e-10,
          maximize: false,
        },
        options,
      ),
    );
  }

  protected override optimizerName(): string {
    return 'Adagrad';
  }

  protected override stateFields(): Fields {
    return { step: 'count', sum: 'tensor' };
  }

  protected override checkOptions(options: Required<AdagradOptions>): void {
    checkNotNegative('Adagrad', options, 'lr', 'lrDecay', 'weightDecay', 'initialAccumulatorValue', 'eps');
  }

  protected override change(group: ParamGroup<AdagradOptions>, param: Tensor, g: Tensor): void {
    const { lr, lrDecay, eps } = group;
    const state = this.stateOf(param, () => ({
      step: 0,
      sum: zerosFor(param).fill_(group.initialAccumulatorValue),
    }));
    state.step++;
    state.sum.add_(g.mul(g));
    const rate = lr / (1 + (state.step - 1) * lrDecay);
    param.sub_(g.div(state.sum.sqrt().add(eps)).mul(rate));
  }
}
