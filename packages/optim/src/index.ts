/**
 * Optimizers with PyTorch's update rules; `@kindling/optim/lr-scheduler` changes their learning rates.
 *
 * @module
 */
export * from './adadelta.js';
export * from './adagrad.js';
export { Adam } from './adam.js';
export type { AdamOptions } from './adam-base.js';
export * from './adamax.js';
export { AdamW } from './adamw.js';
export * from './averaged-model.js';
export * from './exponential-moving-average.js';
export { LBFGS, type LBFGSOptions } from './lbfgs/lbfgs.js';
export * from './nadam.js';
export {
  type AnyOptimizer,
  Optimizer,
  type OptimizerParams,
  type ParamGroup,
  type ParamGroupOptions,
  type ParamState,
} from './optimizer.js';
export * from './radam.js';
export * from './rmsprop.js';
export { SGD, type SGDOptions } from './sgd.js';
export type { OptimizerStateDict } from './state-dict.js';
