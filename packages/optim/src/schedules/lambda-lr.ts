import { wrong } from '@internal/arguments';
import type { AnyOptimizer } from '../optimizer.js';
import { checkNames } from '../options.js';
import { LRScheduler, perGroup } from './scheduler.js';

/** A factor of the learning rate, from how many steps were made. */
export type LrLambda = (epoch: number) => number;

/** What {@link LambdaLR} and {@link MultiplicativeLR} may be told. */
export interface LambdaLROptions {
  /** The factor from the number of steps; one for all parameter groups, or one each. */
  lrLambda: LrLambda | readonly LrLambda[];
}

interface Lambdas {
  readonly lambdas: readonly LrLambda[];
}

/**
 * Sets the learning rate to its first value times a function of the number of steps;
 * `torch.optim.lr_scheduler.LambdaLR`.
 *
 * @throws `RangeError` when there are several functions, but not one a parameter group.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { LambdaLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new LambdaLR(optimizer, { lrLambda: (epoch) => 1 / (1 + epoch) });
 * schedule.step();
 * console.log(schedule.getLastLr()); // => [ 0.5 ]
 * ```
 */
export class LambdaLR extends LRScheduler<Lambdas> {
  constructor(optimizer: AnyOptimizer, options: LambdaLROptions) {
    super(optimizer, { lambdas: lambdasOf('LambdaLR', options, optimizer) });
  }

  protected override scheduleName(): string {
    return 'LambdaLR';
  }

  protected override next(): number[] {
    return this.fromBase((base, i) => base * this.options.lambdas[i]!(this.lastEpoch));
  }
}

/**
 * Multiplies the learning rate after every step by a function of the number of steps;
 * `torch.optim.lr_scheduler.MultiplicativeLR`.
 *
 * @throws `RangeError` when there are several functions, but not one a parameter group.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { SGD } from '@kindling/optim';
 * import { MultiplicativeLR } from '@kindling/optim/lr-scheduler';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const optimizer = new SGD([ones(1)], { lr: 1 });
 * const schedule = new MultiplicativeLR(optimizer, { lrLambda: () => 0.5 });
 * schedule.step();
 * console.log(schedule.getLastLr()); // => [ 0.5 ]
 * ```
 */
export class MultiplicativeLR extends LRScheduler<Lambdas> {
  constructor(optimizer: AnyOptimizer, options: LambdaLROptions) {
    super(optimizer, { lambdas: lambdasOf('MultiplicativeLR', options, optimizer) });
  }

  protected override scheduleName(): string {
    return 'MultiplicativeLR';
  }

  protected override next(): number[] {
    return this.each((lr, i) => (this.lastEpoch > 0 ? lr * this.options.lambdas[i]!(this.lastEpoch) : lr));
  }
}

function lambdasOf(name: string, options: LambdaLROptions, optimizer: AnyOptimizer): readonly LrLambda[] {
  checkNames(name, options, ['lrLambda']);
  const lambdas = perGroup(name, options?.lrLambda, optimizer);
  for (const lambda of lambdas)
    if (typeof lambda !== 'function') wrong(TypeError, name, 'lrLambda', 'a function', lambda);
  return lambdas;
}
