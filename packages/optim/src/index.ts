/**
 * Optimizers with PyTorch's update rules; `/lr-scheduler` changes their learning rates, `/lbfgs` is one
 * more of them, and `/swa-utils` averages weights.
 *
 * @module
 */
export * from './adadelta.js';
export * from './adagrad.js';
export { Adam } from './adam.js';
export type { AdamOptions } from './adam-base.js';
export * from './adamax.js';
export { AdamW } from './adamw.js';
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
