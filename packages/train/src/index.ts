/**
 * Training loops: fit, cross-validation, history, best weights and checkpoints.
 *
 * @module
 */

export type { TensorLike, TensorRows } from './as-tensor.js';
export * from './calibration/index.js';
export * from './callbacks/index.js';
export * from './checkpoint/index.js';
export * from './classifier/index.js';
export * from './cross-validation/index.js';
export type { Batch, Data, TensorData } from './data.js';
export { TrainError } from './errors.js';
export { type EvaluateOptions, type Evaluation, evaluate } from './evaluate.js';
export { type FindLearningRateOptions, findLearningRate, type LearningRates } from './find-learning-rate.js';
export { fit } from './fit.js';
export type { FitCheckpoint, FitOptions } from './fit-options.js';
export type { Ending, History } from './history.js';
export * from './jobs/index.js';
export * from './metrics/index.js';
export { ModelAverage } from './model-average.js';
export { predict } from './predict.js';
export type { Progress, ProgressOption } from './progress.js';
export * from './search/index.js';
export type { LossFunction, Mode, Model, Updater } from './types.js';
export type { ClassWeight } from './weights.js';
