/**
 * What threads do for this package.
 *
 * @module
 */

export { designInThread } from './classifier/thread.js';
export { foldInThread } from './cross-validation/thread.js';
