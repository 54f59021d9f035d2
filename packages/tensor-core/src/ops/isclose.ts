import { requireFlag, requireNumber, requireOptions, requireTensor } from '../checks.js';
import { ArgumentError, DTypeError } from '../errors.js';
import { readNow } from '../read.js';
import { sameShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { abs } from './abs.js';
import { add } from './add.js';
import { all } from './all.js';
import { toNumber } from './elementwise.js';
import { eq } from './eq.js';
import { isfinite } from './isfinite.js';
import { isnan } from './isnan.js';
import { le } from './le.js';
import { logicalAnd } from './logical-and.js';
import { logicalOr } from './logical-or.js';
import { mul } from './mul.js';
import { sub } from './sub.js';

/** How far apart two numbers may be and count as the same. */
export interface IscloseOptions {
  /** As a part of the second number; default 1e-5. */
  rtol?: number;
  /** At least; default 1e-8. */
  atol?: number;
  /** Whether NaN is close to NaN; default false. */
  equalNan?: boolean;
}

/**
 * Where two tensors are close: `|a - b| <= atol + rtol * |b|`, element by element.
 *
 * @returns bool; the shapes broadcast.
 * @throws `DTypeError` when the dtypes differ; `ShapeError` when the shapes do not broadcast.
 * @example
 * ```ts
 * import { isclose, tensor } from '@kindling/tensor-core';
 * console.log(isclose(tensor([1, 2]), tensor([1.000001, 2.1])).tolist()); // => [ true, false ]
 * ```
 */
export function isclose(a: Tensor, b: Tensor, options: IscloseOptions = {}): Tensor {
  return close('isclose', a, b, options);
}

/**
 * Whether two tensors are close everywhere; see {@link isclose}.
 *
 * @throws as `isclose`; `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { allclose, tensor } from '@kindling/tensor-core';
 * console.log(allclose(tensor([1, 2]), tensor([1, 2.1]), { atol: 0.2 })); // => true
 * ```
 */
export function allclose(a: Tensor, b: Tensor, options: IscloseOptions = {}): boolean {
  return readNow('allclose', all(close('allclose', a, b, options)))[0] === 1;
}

/**
 * Whether two tensors have one shape and the same elements; NaN is no element's like.
 *
 * @throws `DTypeError` when the dtypes differ; `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { equal, tensor } from '@kindling/tensor-core';
 * console.log(equal(tensor([1, 2]), tensor([1, 2])), equal(tensor([1, 2]), tensor([1]))); // => true false
 * ```
 */
export function equal(a: Tensor, b: Tensor): boolean {
  requireAlike('equal', a, b);
  return sameShape(a.shape, b.shape) && readNow('equal', all(eq(a, b)))[0] === 1;
}

function close(name: string, x: Tensor, y: Tensor, options: IscloseOptions): Tensor {
  requireAlike(name, x, y);
  requireOptions(name, options, { rtol: 1, atol: 1, equalNan: 1 });
  const { rtol = 1e-5, atol = 1e-8, equalNan = false } = options;
  requireNumber(name, 'rtol', rtol);
  requireNumber(name, 'atol', atol);
  if (rtol < 0 || atol < 0) throw new ArgumentError(`${name}: rtol and atol must be 0 or more`);
  requireFlag(name, 'equalNan', equalNan);
  const [a, b] = [toNumber(x.detach()), toNumber(y.detach())];
  const distance = abs(sub(a, b));
  const near = logicalAnd(isfinite(distance), le(distance, add(mul(abs(b), rtol), atol)));
  const same = logicalOr(eq(a, b), near);
  return equalNan ? logicalOr(same, logicalAnd(isnan(a), isnan(b))) : same;
}

function requireAlike(name: string, a: Tensor, b: Tensor): void {
  requireTensor(name, a, 'the first tensor');
  requireTensor(name, b, 'the second tensor');
  if (a.dtype !== b.dtype) throw new DTypeError(`${name}: one tensor is ${a.dtype}, the other ${b.dtype}; use to()`);
}
