import { checkOptions, describe, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Stateful } from '../checkpoint/stateful.js';
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
 * Steps a learning-rate schedule after each epoch, or after each batch (with `accumulate`: after each step).
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
export function withSchedule(schedule: Steppable, options: { every?: 'epoch' | 'batch' } = {}): Callback {
  checkSchedule('withSchedule', schedule);
  checkOptions(ArgumentError, 'withSchedule', options, { every: 1 });
  const { every = 'epoch' } = options;
  if (every !== 'epoch' && every !== 'batch') {
    throw new ArgumentError(`withSchedule: every must be 'epoch' or 'batch', not ${describe(every)}`);
  }
  const step = (event: EpochEvent | BatchEvent): void => {
    if (!('stepped' in event) || event.stepped) schedule.step();
  };
  return {
    ...(every === 'epoch' ? { onEpochEnd: step } : { onBatchEnd: step }),
    ...stateOf(schedule as Partial<Stateful>),
  };
}

function checkSchedule(where: string, schedule: { step: unknown }): void {
  if (typeof schedule?.step !== 'function')
    wrong(ArgumentError, where, 'the schedule', 'an object with a function step', schedule);
}

/** What has a checkpoint keep where a schedule stands, if that can be told. */
function stateOf(schedule: Partial<Stateful>): Pick<Callback, 'stateDict' | 'loadStateDict'> {
  if (schedule.stateDict === undefined || schedule.loadStateDict === undefined) return {};
  return {
    stateDict: () => schedule.stateDict!(),
    loadStateDict: (state: never) => schedule.loadStateDict!(state),
  };
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
  checkSchedule('withPlateauSchedule', schedule);
  if (typeof monitor !== 'string')
    wrong(
      TypeError,
      'withPlateauSchedule',
      'the monitor',
      "the name of a loss or a metric, such as 'valLoss'",
      monitor,
    );
  return {
    ...stateOf(schedule as Partial<Stateful>),
    onEpochEnd({ training }) {
      const value = seriesOf('withPlateauSchedule', training.history, monitor).at(-1);
      if (value === undefined)
        throw new Error(`withPlateauSchedule: no validation, so there is no ${monitor} to watch`);
      schedule.step(value);
    },
  };
}
