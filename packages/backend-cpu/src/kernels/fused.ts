/** The plain kernels that do the work of several operations at once. */
export { activationBackward } from './activation.js';
export { adam } from './adam.js';
export { linear } from './linear.js';
export { linearBackward } from './linear-backward.js';
export { loss, lossBackward } from './loss.js';
export { type Normalized, normalize, normalizeBackward } from './normalize.js';
export { avgPool2d, avgPool2dBackward, type Chosen, maxPool2d, maxPool2dBackward } from './pool.js';
export { sgd } from './sgd.js';
export { logSoftmax, softmax } from './softmax.js';
export { fold, unfold } from './windows.js';
