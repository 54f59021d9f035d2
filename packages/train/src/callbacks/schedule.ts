import { seriesOf } from '../history.js';
import type { BatchEvent, Callback, EpochEvent } from './callback.js';

/** A learning-rate schedule; those of `@kindling/optim/lr-scheduler` are such objects. */
export interface Steppable {
  step(): unknown;
}

/** A schedule that looks at a number, such as `ReduceLROnPlateau`. */
export interface SteppableByValue {
  step(value: number): unknown;
}

/**
 * Steps a learning-rate schedule after each epoch, or after each batch.
 *
 * @param options - `every`: default `epoch`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, MSELoss } from '@kindling/nn';
 * import { SGD } from '@kindling/optim';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * import { fit, withSchedule } from '@kindling/train';
 * setBackend(await cpu());
 * const model = new Linear(1, 1);
 * const optimizer = new SGD(model.parameters(), { lr: 1 });
 * const halve = { step: () => { optimizer.paramGroups[0]!.lr /= 2; } };
 * await fit(model, {
 *   loss: new MSELoss(),
 *   optimizer,
 *   trainData: { x: ones(4, 1), y: ones(4, 1) },
 *   epochs: 3,
 *   callbacks: [withSchedule(halve)],
 * });
 * console.log(optimizer.paramGroups[0]!.lr); // => 0.125
 * ```
 */
export function withSchedule(schedule: Steppable, { every = 'epoch' }: { every?: 'epoch' | 'batch' } = {}): Callback {
  const step = (_: EpochEvent | BatchEvent): void => {
    schedule.step();
  };
  return every === 'epoch' ? { onEpochEnd: step } : { onBatchEnd: step };
}

/**
 * Steps a schedule after each epoch with a number that training measured, as `ReduceLROnPlateau` wants it.
 *
 * @param monitor - `loss`, `valLoss`, or the name of a metric; default `valLoss`.
 * @throws `Error`, in training, when there is no such monitor.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, MSELoss } from '@kindling/nn';
 * import { SGD } from '@kindling/optim';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * import { fit, withPlateauSchedule } from '@kindling/train';
 * setBackend(await cpu());
 * const model = new Linear(1, 1);
 * const seen: number[] = [];
 * const history = await fit(model, {
 *   loss: new MSELoss(),
 *   optimizer: new SGD(model.parameters(), { lr: 0.1 }),
 *   trainData: { x: ones(4, 1), y: ones(4, 1) },
 *   epochs: 2,
 *   callbacks: [withPlateauSchedule({ step: (value) => seen.push(value) }, 'loss')],
 * });
 * console.log(seen.length, seen[1] === history.loss[1]); // => 2 true
 * ```
 */
export function withPlateauSchedule(schedule: SteppableByValue, monitor = 'valLoss'): Callback {
  return {
    onEpochEnd({ training }) {
      const value = seriesOf('withPlateauSchedule', training.history, monitor).at(-1);
      if (value === undefined)
        throw new Error(`withPlateauSchedule: no validation, so there is no ${monitor} to watch`);
      schedule.step(value);
    },
  };
}
