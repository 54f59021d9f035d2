/**
 * For those who write an operation or a backend: the gradient check, and the suite that every backend passes.
 *
 * @module
 */
import '../index.js';
// The suite has all methods, also in a bundled page.
import '../methods.js';

export { type CheckGradientOptions, checkGradient, type Differentiable } from './check-gradient.js';
export {
  type ConformanceOptions,
  type ConformanceTolerances,
  conformance,
  type TestFramework,
} from './conformance.js';
