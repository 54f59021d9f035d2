import { Tensor } from '@kindling/tensor-core';
import type { AnyOptimizer } from '../optimizer.js';
import { perGroup } from './scheduler.js';

/** What {@link ReduceLROnPlateau} may be told. */
export interface ReduceLROnPlateauOptions {
  /** Whether a metric is better when it is smaller (default) or larger. */
  mode?: 'min' | 'max';
  /** The factor of the learning rate, below 1; default 0.1. */
  factor?: number;
  /** How many steps without improvement are borne; default 10. */
  patience?: number;
  /** By how much a metric must be better to count; default 1e-4. */
  threshold?: number;
  /** Whether the threshold is a part of the best metric (default) or an amount. */
  thresholdMode?: 'rel' | 'abs';
  /** How many steps after a change nothing is counted; default 0. */
  cooldown?: number;
  /** The lowest learning rate; one for all parameter groups, or one each; default 0. */
  minLr?: number | readonly number[];
  /** The smallest change of the learning rate that is made; default 1e-8. */
  eps?: number;
}

/** Where a {@link ReduceLROnPlateau} stands: plain data that survives `JSON.stringify`. */
export interface ReduceLROnPlateauState {
  lastEpoch: number;
  /** The best metric so far; `null` before the first. */
  best: number | null;
  numBadEpochs: number;
  cooldownCounter: number;
  lastLr: number[];
}

/**
 * Lowers the learning rate when a metric has not improved for some steps;
 * `torch.optim.lr_scheduler.ReduceLROnPlateau`.
 *
 * @throws `RangeError` for an option out of range.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { ReduceLROnPlateau, SGD } from '@kindling/optim';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new ReduceLROnPlateau(optimizer, { factor: 0.5, patience: 1 });
 * for (const loss of [3, 2, 2, 2]) schedule.step(loss);
 * console.log(optimizer.paramGroups[0]!.lr); // => 0.5
 * ```
 */
export class ReduceLROnPlateau {
  readonly optimizer: AnyOptimizer;
  /** How many steps were made. */
  lastEpoch = 0;
  /** The best metric so far. */
  best: number;
  /** How many steps in a row were not better. */
  numBadEpochs = 0;
  readonly #options: Required<Omit<ReduceLROnPlateauOptions, 'minLr'>>;
  readonly #minLrs: readonly number[];
  #cooldownCounter = 0;
  #lastLr: number[];

  constructor(optimizer: AnyOptimizer, options: ReduceLROnPlateauOptions = {}) {
    const { minLr = 0, ...rest } = options;
    this.optimizer = optimizer;
    this.#options = {
      mode: 'min',
      factor: 0.1,
      patience: 10,
      threshold: 1e-4,
      thresholdMode: 'rel',
      cooldown: 0,
      eps: 1e-8,
      ...rest,
    };
    const { mode, factor, thresholdMode } = this.#options;
    if (!(factor < 1)) throw new RangeError(`ReduceLROnPlateau: the factor must be below 1, not ${factor}`);
    if (mode !== 'min' && mode !== 'max') {
      throw new RangeError(`ReduceLROnPlateau: the mode must be min or max, not ${String(mode)}`);
    }
    if (thresholdMode !== 'rel' && thresholdMode !== 'abs') {
      throw new RangeError(`ReduceLROnPlateau: the thresholdMode must be rel or abs, not ${String(thresholdMode)}`);
    }
    this.#minLrs = perGroup('ReduceLROnPlateau: minLr', minLr, optimizer);
    this.best = this.#worst();
    this.#lastLr = optimizer.paramGroups.map(({ lr }) => lr);
  }

  /**
   * Counts an epoch, and lowers the rates when too many went by without a better metric.
   *
   * @param metric - what should improve: a number, or a tensor of one element.
   */
  step(metric: number | Tensor): void {
    const { patience, cooldown } = this.#options;
    const current = metric instanceof Tensor ? metric.item() : metric;
    this.lastEpoch++;
    if (this.#isBetter(current)) {
      this.best = current;
      this.numBadEpochs = 0;
    } else {
      this.numBadEpochs++;
    }
    if (this.#cooldownCounter > 0) {
      this.#cooldownCounter--;
      this.numBadEpochs = 0;
    }
    if (this.numBadEpochs > patience) {
      this.#reduce();
      this.#cooldownCounter = cooldown;
      this.numBadEpochs = 0;
    }
    this.#lastLr = this.optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** The learning rates of the groups after the last step. */
  getLastLr(): number[] {
    return [...this.#lastLr];
  }

  /** Where the schedule stands. Save the optimizer's state too: it has the learning rates. */
  stateDict(): ReduceLROnPlateauState {
    return {
      lastEpoch: this.lastEpoch,
      // JSON has no infinity.
      best: Number.isFinite(this.best) ? this.best : null,
      numBadEpochs: this.numBadEpochs,
      cooldownCounter: this.#cooldownCounter,
      lastLr: this.getLastLr(),
    };
  }

  /** Goes on from where a state dict was taken, which a schedule with the same options made. */
  loadStateDict(state: ReduceLROnPlateauState): void {
    this.lastEpoch = state.lastEpoch;
    this.best = state.best ?? this.#worst();
    this.numBadEpochs = state.numBadEpochs;
    this.#cooldownCounter = state.cooldownCounter;
    this.#lastLr = [...state.lastLr];
  }

  #worst(): number {
    return this.#options.mode === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }

  #isBetter(current: number): boolean {
    const { mode, threshold, thresholdMode } = this.#options;
    const relative = thresholdMode === 'rel';
    if (mode === 'min') return current < (relative ? this.best * (1 - threshold) : this.best - threshold);
    return current > (relative ? this.best * (1 + threshold) : this.best + threshold);
  }

  #reduce(): void {
    const { factor, eps } = this.#options;
    this.optimizer.paramGroups.forEach((group, i) => {
      const lowered = Math.max(group.lr * factor, this.#minLrs[i]!);
      if (group.lr - lowered > eps) group.lr = lowered;
    });
  }
}
