/**
 * Functions over the parameters of a model, as `torch.nn.utils`.
 *
 * @module
 */
export * from './clip-grad.js';
export * from './on-forward.js';
export * from './summary.js';
export * from './update-bn.js';
export * from './vector.js';
