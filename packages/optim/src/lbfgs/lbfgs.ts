import { describe, wrong } from '@internal/arguments';
import { enableGrad, Tensor } from '@kindling/tensor-core';
import { checkNotNegative } from '../checks.js';
import { Optimizer, type OptimizerParams, type ParamGroup, type ParamGroupOptions } from '../optimizer.js';
import { withDefaults } from '../options.js';
import type { OptimizerStateDict } from '../state-dict.js';
import { checkHistory, type History, readHistory, writeHistory } from './history.js';
import { type Point, strongWolfe } from './strong-wolfe.js';
import { dot, gradientsOf, largest, type Parts, plus, scaled, sumOfSizes } from './vector.js';

/** What {@link LBFGS} may be told. */
export interface LBFGSOptions {
  /** The learning rate: how far along its direction an iteration goes, or the line search begins; default 1. */
  lr?: number;
  /** The most iterations of a step; default 20. */
  maxIter?: number;
  /** After how many evaluations of the loss a step ends; default `maxIter * 1.25`, rounded down. */
  maxEval?: number | null;
  /** A step ends where no element of the gradient is larger; default 1e-7. */
  toleranceGrad?: number;
  /** A step ends where the loss and every parameter change by less; default 1e-9. */
  toleranceChange?: number;
  /** How many of the last changes make up the picture of the curvature; default 100. */
  historySize?: number;
  /** `'strongWolfe'` searches each direction for a good place; `null` (default) goes as far as `lr` says. */
  lineSearchFn?: 'strongWolfe' | null;
}

type Group = ParamGroup<LBFGSOptions>;

/**
 * L-BFGS, Liu and Nocedal (1989), which learns the curvature of the loss from the last gradients; `torch.optim.LBFGS`.
 *
 * For few parameters and all data at once. `step` must have a function that computes the loss anew, as it is called several
 * times; all parameters are one group, on one backend. Parameters and `2 * historySize` copies of them are kept.
 *
 * @throws `RangeError` for an option out of range, or a second group.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { LBFGS } from '@kindling/optim/lbfgs';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const w = tensor([3, -2], { requiresGrad: true });
 * const optimizer = new LBFGS([w], { lineSearchFn: 'strongWolfe' });
 * optimizer.step(() => {
 *   optimizer.zeroGrad();
 *   const loss = w.sub(tensor([1, 4])).pow(2).sum();
 *   loss.backward();
 *   return loss;
 * });
 * console.log(w.tolist()); // => [ 1, 4 ]
 * ```
 */
export class LBFGS extends Optimizer<LBFGSOptions> {
  /** What the step that is being made evaluates, and the last value. */
  #closure: () => number = () => Number.NaN;
  #loss = Number.NaN;

  constructor(params: OptimizerParams<LBFGSOptions>, options: LBFGSOptions = {}) {
    const filled = withDefaults<LBFGSOptions>(
      'LBFGS',
      {
        lr: 1,
        maxIter: 20,
        maxEval: null,
        toleranceGrad: 1e-7,
        toleranceChange: 1e-9,
        historySize: 100,
        lineSearchFn: null,
      },
      options,
    );
    super(params, { ...filled, maxEval: filled.maxEval ?? Math.floor(filled.maxIter * 1.25) });
  }

  protected override optimizerName(): string {
    return 'LBFGS';
  }

  protected override checkOptions(options: Required<LBFGSOptions>): void {
    checkNotNegative('LBFGS', options, 'lr', 'toleranceGrad', 'toleranceChange');
    for (const key of ['maxIter', 'maxEval', 'historySize'] as const) {
      const value = options[key];
      if (!Number.isInteger(value) || value! < 1) wrong(RangeError, 'LBFGS', key, 'a whole number from 1', value);
    }
    const how: unknown = options.lineSearchFn;
    if (how !== null && how !== 'strongWolfe') {
      wrong(TypeError, 'LBFGS', 'lineSearchFn', "'strongWolfe' or null", how);
    }
  }

  /** Throws but for the first group, which the constructor adds. */
  override addParamGroup(group: ParamGroupOptions<LBFGSOptions>): void {
    if (this.paramGroups.length > 0) throw new RangeError('LBFGS: all parameters must be in one group');
    super.addParamGroup(group);
  }

  /** Throws: the loss is computed several times in a step. */
  override step(): never;
  /**
   * Goes downhill for at most `maxIter` iterations.
   *
   * @param closure - forgets the gradients, computes the loss and its gradients, and returns it.
   * @returns the loss before the step.
   */
  override step(closure: () => Tensor): Tensor;
  override step(closure?: () => Tensor): Tensor {
    if (typeof closure !== 'function') {
      wrong(TypeError, 'LBFGS.step', 'the closure', 'a function that computes the loss anew and returns it', closure);
    }
    const evaluate = (): Tensor => {
      const loss: unknown = closure();
      if (!(loss instanceof Tensor) || loss.numel() !== 1) {
        throw new TypeError(`LBFGS.step: the closure must return the loss, one number, not ${describe(loss)}`);
      }
      this.#loss = Number(loss.item());
      return loss;
    };
    this.#closure = () => {
      enableGrad(evaluate);
      return this.#loss;
    };
    try {
      return super.step(evaluate);
    } finally {
      // What it closes over may go.
      this.#closure = () => Number.NaN;
    }
  }

  /**
   * Goes on from where a state dict was taken, with copies of its tensors.
   *
   * @throws `RangeError` or `TypeError` when it is not of such an optimizer; nothing is changed then.
   */
  override loadStateDict(state: OptimizerStateDict): void {
    checkHistory(state, this.paramGroups[0]!.params.length);
    super.loadStateDict(state);
  }

  /** A step from the loss and the gradients that there are. */
  protected override update(group: Group): void {
    const { lr, maxIter, maxEval, toleranceGrad, toleranceChange, params } = group;
    let loss = this.#loss;
    let grads: Parts = gradientsOf(params);
    if (largest(grads) <= toleranceGrad) return;
    const history = readHistory(this.state, params);
    let evaluations = 1;
    for (let i = 1; i <= maxIter; i++) {
      const first = history.iterations === 0;
      history.iterations++;
      history.direction = first ? scaled(grads, -1) : directionOf(history, grads, group.historySize);
      history.stepSize = first ? Math.min(1, 1 / sumOfSizes(grads)) * lr : lr;
      history.grads = grads;
      const lossBefore = loss;
      const { direction } = history;
      const slope = dot(grads, direction);
      if (slope > -toleranceChange) break;
      const made = this.#go(group, history, { t: 0, loss, grads, slope }, i < maxIter);
      evaluations += made.evaluations;
      ({ loss, grads } = made);
      if (evaluations >= maxEval! || largest(grads) <= toleranceGrad) break;
      if (largest(scaled(direction, history.stepSize)) <= toleranceChange) break;
      if (Math.abs(loss - lossBefore) < toleranceChange) break;
    }
    writeHistory(this.state, params, history);
  }

  /** Moves the parameters along the direction; the loss and gradients there, unless they are not asked for. */
  #go(
    { params, lineSearchFn }: Group,
    history: History,
    start: Point,
    evaluates: boolean,
  ): { loss: number; grads: readonly Tensor[]; evaluations: number } {
    const { direction } = history;
    const move = (t: number): void => {
      for (const [i, param] of params.entries()) param.add_(direction[i]!.mul(t));
    };
    if (lineSearchFn === null) {
      move(history.stepSize);
      if (!evaluates) return { ...start, evaluations: 0 };
      return { loss: this.#closure(), grads: gradientsOf(params), evaluations: 1 };
    }
    const before = params.map((param) => param.clone());
    const putBack = (): void => {
      for (const [i, param] of params.entries()) param.copy_(before[i]!);
    };
    let evaluations = 0;
    const at = (t: number): Point => {
      evaluations++;
      try {
        move(t);
        const loss = this.#closure();
        const grads = gradientsOf(params);
        return { t, loss, grads, slope: dot(grads, direction) };
      } finally {
        putBack();
      }
    };
    const { t, loss, grads } = strongWolfe(at, start, history.stepSize, largest(direction));
    history.stepSize = t;
    move(t);
    return { loss, grads, evaluations };
  }

  /** Not used: all parameters change together. */
  protected override change(): void {}
}

/** Downhill, by the curvature that the last changes show; the last of them is added. */
function directionOf(history: History, grads: readonly Tensor[], size: number): Tensor[] {
  const { changes } = history;
  const y = plus(grads, -1, history.grads);
  const s = scaled(history.direction, history.stepSize);
  const ys = dot(y, s);
  if (ys > 1e-10) {
    while (changes.length >= size) changes.shift();
    changes.push({ y, s, ys });
    history.scale = ys / dot(y, y);
  }
  let q = scaled(grads, -1);
  const shares: number[] = [];
  for (let i = changes.length - 1; i >= 0; i--) {
    const change = changes[i]!;
    shares[i] = dot(change.s, q) / change.ys;
    q = plus(q, -shares[i]!, change.y);
  }
  let d = scaled(q, history.scale);
  changes.forEach((change, i) => {
    d = plus(d, shares[i]! - dot(change.y, d) / change.ys, change.s);
  });
  return d;
}
