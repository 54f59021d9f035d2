/** The plain kernels of what few pages need. */
export { avgPool2d, avgPool2dBackward, type Chosen, maxPool2d, maxPool2dBackward } from './pool.js';
export { fold, unfold } from './windows.js';
