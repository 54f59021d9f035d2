import { checkOptions, type Known, wrong } from '@internal/arguments';
import { AveragedModel, type HasWeights } from './averaged-model.js';

/** What {@link ExponentialMovingAverage} may be told. */
export interface ExponentialMovingAverageOptions {
  /** How much of the average stays at each update; default 0.999. */
  decay?: number;
  /** Whether buffers are averaged like parameters; default false. */
  useBuffers?: boolean;
}

const known: Known<ExponentialMovingAverageOptions> = { decay: 1, useBuffers: 1 };

/**
 * An average of a model's weights in which older ones count ever less: `decay * average + (1 - decay) * weights`; the first
 * update takes the weights as they are.
 *
 * @throws `TypeError` for something that is no module; `RangeError` for a decay that is not between 0 and 1.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { ExponentialMovingAverage } from '@kindling/optim/swa-utils';
 * import { noGrad, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const model = new Linear(1, 1);
 * const ema = new ExponentialMovingAverage(model, { decay: 0.75 });
 * for (const value of [4, 8]) {
 *   noGrad(() => model.weight.fill_(value)); // as a step of an optimizer
 *   ema.update();
 * }
 * console.log(ema.use(() => model.weight.item()), model.weight.item()); // => 5 8
 * ```
 */
export class ExponentialMovingAverage extends AveragedModel {
  constructor(model: HasWeights, options: ExponentialMovingAverageOptions = {}) {
    checkOptions(TypeError, 'ExponentialMovingAverage', options, known);
    const { decay = 0.999, useBuffers } = options;
    if (typeof decay !== 'number' || !(decay >= 0 && decay <= 1)) {
      wrong(RangeError, 'ExponentialMovingAverage', 'decay', 'a number between 0 and 1', decay);
    }
    super(model, {
      averageFn: (average, weights) => average.mul(decay).add(weights.mul(1 - decay)),
      ...(useBuffers === undefined ? {} : { useBuffers }),
    });
  }

  protected override modelName(): string {
    return 'ExponentialMovingAverage';
  }
}
