/**
 * Functions over the parameters and layers of a model, as `torch.nn.utils`. A page that does not import it does not load it.
 *
 * @module
 */
export * from './utils/clip-grad.js';
export * from './utils/on-forward.js';
export * from './utils/summary.js';
export * from './utils/update-bn.js';
export * from './utils/vector.js';
