import { keep, type Tensor } from '@kindling/tensor-core';
import { checkNotNegative } from './checks.js';
import type { Fields } from './fields.js';
import { changed, fusable, zerosFor } from './fused.js';
import { Optimizer, type OptimizerParams, type ParamGroup } from './optimizer.js';
import { NONE, withDefaults } from './options.js';

/** What {@link SGD} may be told. */
export interface SGDOptions {
  /** The learning rate. */
  lr: number;
  /** How much of the last step is kept; default 0. */
  momentum?: number;
  /** How much less a gradient counts for the momentum; default 0. */
  dampening?: number;
  /** The factor of the parameter that is added to its gradient (an L2 penalty); default 0. */
  weightDecay?: number;
  /** Whether momentum looks ahead; default false. */
  nesterov?: boolean;
  /** Whether the objective grows instead of falling; default false. */
  maximize?: boolean;
}

type SGDState = { momentumBuffer: Tensor };

/**
 * Stochastic gradient descent, with momentum as Sutskever et al. (2013) in the form of `torch.optim.SGD`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([1], { requiresGrad: true });
 * const optimizer = new SGD([w], { lr: 0.25 });
 * w.mul(w).sum().backward();
 * optimizer.step();
 * console.log(w.item()); // => 0.5
 * ```
 */
export class SGD extends Optimizer<SGDOptions, SGDState> {
  constructor(params: OptimizerParams<SGDOptions>, options: SGDOptions) {
    super(
      params,
      withDefaults(
        'SGD',
        {
          lr: NONE,
          momentum: 0,
          dampening: 0,
          weightDecay: 0,
          nesterov: false,
          maximize: false,
        },
        options,
      ),
    );
  }

  protected override optimizerName(): string {
    return 'SGD';
  }

  protected override stateFields(): Fields {
    return { momentumBuffer: 'tensor' };
  }

  protected override checkOptions(options: Required<SGDOptions>): void {
    checkNotNegative('SGD', options, 'lr', 'momentum', 'weightDecay');
    if (options.nesterov && (options.momentum <= 0 || options.dampening !== 0)) {
      throw new RangeError('SGD: Nesterov momentum needs a momentum, and a dampening of 0');
    }
  }

  protected override update(group: ParamGroup<SGDOptions>, params: readonly Tensor[], grads: readonly Tensor[]): void {
    const { fused } = params[0]!.backend;
    if (fused?.sgd === undefined || !fusable(params, grads)) {
      super.update(group, params, grads);
      return;
    }
    if (group.momentum === 0) {
      fused.sgd({ ...group, params, grads, momentumBuffers: [], first: false });
      changed(params);
      return;
    }
    // Parameters that have a momentum already, and those for which this is the first step.
    for (const first of [false, true]) {
      const chosen = params.map((_, i) => i).filter((i) => this.state.has(params[i]!) !== first);
      if (chosen.length === 0) continue;
      const own = chosen.map((i) => params[i]!);
      const momentumBuffers = own.map(
        (param) => this.stateOf(param, () => ({ momentumBuffer: zerosFor(param) })).momentumBuffer,
      );
      fused.sgd({ ...group, params: own, grads: chosen.map((i) => grads[i]!), momentumBuffers, first });
      changed(own);
      changed(momentumBuffers);
      if (first) break;
    }
  }

  protected override change(group: ParamGroup<SGDOptions>, param: Tensor, g: Tensor): void {
    const { lr, momentum, dampening, nesterov } = group;
    let change = g;
    if (momentum !== 0) {
      const known = this.state.get(param);
      const buffer = this.stateOf(param, () => ({ momentumBuffer: keep(g.clone()) })).momentumBuffer;
      if (known !== undefined) buffer.copy_(buffer.mul(momentum).add(g.mul(1 - dampening)));
      change = nesterov ? g.add(buffer.mul(momentum)) : buffer;
    }
    param.sub_(change.mul(lr));
  }
}
