/**
 * Shapes, dimensions or sizes that do not fit an operation.
 *
 * @example
 * ```ts
 * import { ones } from '@kindling/tensor-core';
 * ones(2, 3).matmul(ones(2)); // throws ShapeError: matmul: …
 * ```
 */
export class ShapeError extends Error {
  override name = 'ShapeError';
}

/**
 * A dtype that an operation or a backend does not take.
 *
 * @example
 * ```ts
 * import { ones } from '@kindling/tensor-core';
 * ones([2], { dtype: 'int32', requiresGrad: true }); // throws DTypeError: …
 * ```
 */
export class DTypeError extends Error {
  override name = 'DTypeError';
}

/**
 * A graph that cannot be differentiated as asked.
 *
 * @example
 * ```ts
 * import { ones } from '@kindling/tensor-core';
 * ones([2], { requiresGrad: true }).mul(2).backward(); // throws AutogradError: …
 * ```
 */
export class AutogradError extends Error {
  override name = 'AutogradError';
}

/**
 * No backend, or several in one operation.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { ones } from '@kindling/tensor-core';
 * const [a, b] = [ones([2], { backend: await cpu() }), ones([2], { backend: await cpu() })];
 * a.add(b); // throws BackendError: add: one input is on cpu, another on cpu (two instances). …
 * ```
 */
export class BackendError extends Error {
  override name = 'BackendError';
}

/**
 * An index or argument outside its range.
 *
 * @example
 * ```ts
 * import { randperm } from '@kindling/tensor-core';
 * randperm(-1); // throws ArgumentError: randperm: n must be a whole number from 0, not -1
 * ```
 */
export class ArgumentError extends Error {
  override name = 'ArgumentError';
}
