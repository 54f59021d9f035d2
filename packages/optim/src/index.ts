/**
 * Optimizers and learning-rate schedules with PyTorch's update rules.
 *
 * @module
 */
export { Adam } from './adam.js';
export type { AdamOptions } from './adam-base.js';
export { AdamW } from './adamw.js';
export {
  type AnyOptimizer,
  Optimizer,
  type OptimizerParams,
  type ParamGroup,
  type ParamGroupOptions,
  type ParamState,
} from './optimizer.js';
export { SGD, type SGDOptions } from './sgd.js';
export type { OptimizerStateDict } from './state-dict.js';
