import type { Tensor } from '@kindling/tensor-core';
import { average } from './average.js';
import { checkAdam, checkNotNegative } from './checks.js';
import type { Fields } from './fields.js';
import { zerosFor } from './fused.js';
import { Optimizer, type OptimizerParams, type ParamGroup } from './optimizer.js';
import { withDefaults } from './options.js';

/** What {@link NAdam} may be told. */
export interface NAdamOptions {
  /** The learning rate; default 0.002. */
  lr?: number;
  /** How much of the running means of the gradient and of its square is kept; default [0.9, 0.999]. */
  betas?: readonly [number, number];
  /** Added to the denominator; default 1e-8. */
  eps?: number;
  /** The factor of the parameter that is added to its gradient (an L2 penalty); default 0. */
  weightDecay?: number;
  /** How fast the momentum falls; default 0.004. */
  momentumDecay?: number;
}

type NAdamState = { step: number; muProduct: number; expAvg: Tensor; expAvgSq: Tensor };

/**
 * Adam that looks ahead: Dozat (2016), in the form of `torch.optim.NAdam`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { NAdam } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new NAdam([w], { lr: 0.25 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item().toFixed(4)); // => 0.7376
 * ```
 */
export class NAdam extends Optimizer<NAdamOptions, NAdamState> {
  constructor(params: OptimizerParams<NAdamOptions>, options: NAdamOptions = {}) {
    super(
      params,
      withDefaults(
        'NAdam',
        { lr: 0.002, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0, momentumDecay: 0.004 },
        options,
      ),
    );
  }

  protected override optimizerName(): string {
    return 'NAdam';
  }

  protected override stateFields(): Fields {
    return { step: 'count', muProduct: 'number', expAvg: 'tensor', expAvgSq: 'tensor' };
  }

  protected override checkOptions(options: Required<NAdamOptions>): void {
    checkAdam('NAdam', options);
    checkNotNegative('NAdam', options, 'momentumDecay');
  }

  protected override change(group: ParamGroup<NAdamOptions>, param: Tensor, g: Tensor): void {
    const { lr, eps, momentumDecay } = group;
    const [beta1, beta2] = group.betas;
    const state = this.stateOf(param, () => ({
      step: 0,
      muProduct: 1,
      expAvg: zerosFor(param),
      expAvgSq: zerosFor(param),
    }));
    const step = ++state.step;
    const mu = beta1 * (1 - 0.5 * 0.96 ** (step * momentumDecay));
    const muNext = beta1 * (1 - 0.5 * 0.96 ** ((step + 1) * momentumDecay));
    // PyTorch keeps these products in float32, whatever the parameters are.
    const { fround } = Math;
    state.muProduct = fround(state.muProduct * fround(mu));
    const productNext = fround(fround(state.muProduct * fround(mu)) * fround(muNext));
    const { expAvg, expAvgSq, muProduct } = state;
    average(expAvg, beta1, g);
    average(expAvgSq, beta2, g.mul(g));
    const denominator = expAvgSq
      .div(1 - beta2 ** step)
      .sqrt()
      .add(eps);
    param.sub_(g.div(denominator).mul((lr * (1 - mu)) / (1 - muProduct)));
    param.sub_(expAvg.div(denominator).mul((lr * muNext) / (1 - productNext)));
  }
}
