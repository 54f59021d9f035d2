import { maximum, type Tensor } from '@kindling/tensor-core';
import { average } from './average.js';
import { checkAdam } from './checks.js';
import type { Fields } from './fields.js';
import { changed, fusable, zerosFor } from './fused.js';
import { Optimizer, type OptimizerParams, type ParamGroup } from './optimizer.js';
import { withDefaults } from './options.js';

/** What {@link Adam} and {@link AdamW} may be told. */
export interface AdamOptions {
  /** The learning rate; default 0.001. */
  lr?: number;
  /** How much of the running means of the gradient and of its square is kept; default [0.9, 0.999]. */
  betas?: readonly [number, number];
  /** Added to the denominator; default 1e-8. */
  eps?: number;
  /** The factor of the parameter by which it shrinks; default 0 for Adam, 0.01 for AdamW. */
  weightDecay?: number;
  /** Whether the largest mean square so far is used: Reddi et al. (2018); default false. */
  amsgrad?: boolean;
  /** Whether the objective grows instead of falling; default false. */
  maximize?: boolean;
}

type AdamState = {
  step: number;
  expAvg: Tensor;
  expAvgSq: Tensor;
  /** With amsgrad only. */
  maxExpAvgSq?: Tensor;
};

/** What Adam and AdamW have in common: all but how a parameter decays. */
export abstract class AdamBase extends Optimizer<AdamOptions, AdamState> {
  /** Whether the decay is applied to the parameter and not added to the gradient. */
  protected abstract readonly decoupled: boolean;

  /** @param weightDecay - that of groups that say nothing else. */
  constructor(name: string, params: OptimizerParams<AdamOptions>, weightDecay: number, options: AdamOptions) {
    super(
      params,
      withDefaults(
        name,
        { lr: 1e-3, betas: [0.9, 0.999], eps: 1e-8, weightDecay, amsgrad: false, maximize: false },
        options,
      ),
    );
  }

  protected override stateFields(): Fields {
    return { step: 'count', expAvg: 'tensor', expAvgSq: 'tensor', maxExpAvgSq: 'tensor?' };
  }

  protected override checkOptions(options: Required<AdamOptions>): void {
    checkAdam(this.optimizerName(), options);
  }

  protected override update(group: ParamGroup<AdamOptions>, params: readonly Tensor[], grads: readonly Tensor[]): void {
    const { fused } = params[0]!.backend;
    if (fused?.adam === undefined || !fusable(params, grads)) {
      super.update(group, params, grads);
      return;
    }
    const states = params.map((param) => this.#next(group, param));
    const { lr, eps, weightDecay, maximize, amsgrad } = group;
    const [beta1, beta2] = group.betas;
    // A parameter that had no gradient at times has made fewer steps than the others.
    for (const step of new Set(states.map((state) => state.step))) {
      const at = states.map((_, i) => i).filter((i) => states[i]!.step === step);
      const own = at.map((i) => params[i]!);
      const expAvg = at.map((i) => states[i]!.expAvg);
      const expAvgSq = at.map((i) => states[i]!.expAvgSq);
      const maxExpAvgSq = amsgrad ? at.map((i) => states[i]!.maxExpAvgSq!) : [];
      fused.adam({
        params: own,
        grads: at.map((i) => grads[i]!),
        expAvg,
        expAvgSq,
        maxExpAvgSq,
        step,
        lr,
        beta1,
        beta2,
        eps,
        weightDecay,
        decoupled: this.decoupled,
        maximize,
      });
      changed(own);
      changed(expAvg);
      changed(expAvgSq);
      changed(maxExpAvgSq);
    }
  }

  /** What is remembered of a parameter, for its next step. */
  #next({ amsgrad }: ParamGroup<AdamOptions>, param: Tensor): AdamState {
    const state = this.stateOf(param, () => ({ step: 0, expAvg: zerosFor(param), expAvgSq: zerosFor(param) }));
    if (amsgrad) state.maxExpAvgSq ??= zerosFor(param);
    state.step++;
    return state;
  }

  protected override change(group: ParamGroup<AdamOptions>, param: Tensor, g: Tensor): void {
    const { lr, eps } = group;
    const [beta1, beta2] = group.betas;
    const state = this.#next(group, param);
    average(state.expAvg, beta1, g);
    let second = average(state.expAvgSq, beta2, g.mul(g));
    if (group.amsgrad) second = state.maxExpAvgSq!.copy_(maximum(state.maxExpAvgSq!, second));
    const size = lr / (1 - beta1 ** state.step);
    const denominator = second
      .sqrt()
      .div(Math.sqrt(1 - beta2 ** state.step))
      .add(eps);
    param.sub_(state.expAvg.div(denominator).mul(size));
  }

  protected override decayed(group: ParamGroup<AdamOptions>, param: Tensor, g: Tensor): Tensor {
    if (!this.decoupled) return super.decayed(group, param, g);
    param.mul_(1 - group.lr * group.weightDecay);
    return g;
  }
}
