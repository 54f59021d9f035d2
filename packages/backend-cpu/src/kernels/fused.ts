/** The plain kernels that do the work of several operations at once. */
export { activationBackward } from './activation.js';
export { adam } from './adam.js';
export { linear } from './linear.js';
export { linearBackward } from './linear-backward.js';
export { loss, lossBackward } from './loss.js';
export { type Normalized, normalize, normalizeBackward } from './normalize.js';
export { sgd } from './sgd.js';
export { logSoftmax, softmax } from './softmax.js';
