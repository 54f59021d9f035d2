import { Adam, AdamW, type AnyOptimizer, RMSprop, SGD } from '@kindling/optim';
import { CosineAnnealingLR, ReduceLROnPlateau } from '@kindling/optim/lr-scheduler';
import type { Tensor } from '@kindling/tensor-core';
import { type Callback, type Steppable, withPlateauSchedule, withSchedule } from '../callbacks/index.js';
import type { Updater } from '../types.js';
import type { ClassifierOptions } from './options.js';

/** The optimizers that {@link classifier} knows by name. */
export type OptimizerName = 'adamw' | 'adam' | 'sgd' | 'rmsprop';

/** The schedules that {@link classifier} knows by name. */
export type ScheduleName = 'constant' | 'cosine' | 'plateau';

/** An optimizer, as training and schedules take it. */
export type TrainedBy = AnyOptimizer & Updater;

/** What is made for each network: its optimizer, and what changes the learning rate. */
export function makeOptimizer(
  parameters: Tensor[],
  { optimizer = 'adamw', lr: given = 0.005, weightDecay = 0.01 }: ClassifierOptions,
): TrainedBy {
  // One that is sought is set before training.
  const lr = given === 'auto' ? 0.005 : given;
  if (typeof optimizer === 'function') return optimizer(parameters);
  if (optimizer === 'sgd') return new SGD(parameters, { lr, weightDecay, momentum: 0.9 });
  return new { adamw: AdamW, adam: Adam, rmsprop: RMSprop }[optimizer](parameters, { lr, weightDecay });
}

/** The callback of a schedule; none of a constant rate. */
export function scheduleOf(
  optimizer: TrainedBy,
  { schedule = 'constant', epochs = 200, patience = 15 }: ClassifierOptions,
): Callback[] {
  if (schedule === 'constant') return [];
  if (schedule === 'plateau') {
    // Slower steps get a chance before training is stopped.
    return [withPlateauSchedule(new ReduceLROnPlateau(optimizer, { patience: Math.floor(patience / 3), factor: 0.3 }))];
  }
  const made: Steppable =
    schedule === 'cosine' ? new CosineAnnealingLR(optimizer, { tMax: epochs }) : schedule(optimizer);
  return [withSchedule(made)];
}
