import { broadcastShapes, expandView } from '../broadcast.js';
import { requireTensor } from '../checks.js';
import { defineOp } from '../define-op.js';
import { promoteTypes } from '../dtype.js';
import { DTypeError, ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import { type Tensor, wrap } from '../tensor.js';
import { cast } from './cast.js';
import { mul } from './mul.js';
import { reshape } from './reshape.js';
import { squeeze, unsqueeze } from './squeeze.js';
import { sum } from './sum.js';
import { transpose } from './transpose.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link matmul}. */
    matmul(other: Tensor): Tensor;
    /** The product of two matrices; see {@link matmul}, which takes more. */
    mm(other: Tensor): Tensor;
    /** See {@link dot}. */
    dot(other: Tensor): Tensor;
    /** See {@link outer}. */
    outer(other: Tensor): Tensor;
  }
}

/** Matrices, or stacks of them whose leading dimensions broadcast. */
const product = defineOp<undefined>({
  name: 'matmul',
  forward(inputs) {
    let a = inputs[0]!;
    let b = inputs[1]!;
    if (a.dtype !== b.dtype) {
      const dtype = promoteTypes(a.dtype, b.dtype);
      a = cast(a, dtype);
      b = cast(b, dtype);
    }
    const m = a.shape[a.ndim - 2]!;
    const n = b.shape[b.ndim - 1]!;
    if (a.ndim === 2 && b.ndim === 2) return wrap(a.backend.matmul(a, b), [m, n]);
    const lead = broadcastShapes('matmul', a.shape.slice(0, -2), b.shape.slice(0, -2));
    const p = expandView(a, [...lead, m, a.shape[a.ndim - 1]!]);
    const q = expandView(b, [...lead, b.shape[b.ndim - 2]!, n]);
    return wrap(a.backend.matmul(p, q), [...lead, m, n]);
  },
  backward: [(g, { b }) => matrices(g, transpose(b, -2, -1)), (g, { a }) => matrices(transpose(a, -2, -1), g)],
});

function matrices(a: Tensor, b: Tensor): Tensor {
  // A stack times one matrix is one tall matrix times it.
  if (a.ndim > 2 && b.ndim === 2 && a.dense && a.count > 0) {
    const tall = product([reshape(a, [-1, a.shape[a.ndim - 1]!]), b], undefined);
    return reshape(tall, [...a.shape.slice(0, -1), b.shape[1]!]);
  }
  return product([a, b], undefined);
}

/**
 * The product of matrices, as `torch.matmul`: vectors count as a row on the left and a column on the right, and the
 * dimensions before the last two broadcast.
 *
 * @param a - [..., m, k], or [k].
 * @param b - [..., k, n], or [k].
 * @returns [..., m, n], without m or n where that operand was a vector.
 * @throws `ShapeError` when the inner sizes differ or the leading dimensions do not broadcast; `DTypeError` for bool.
 * @example
 * ```ts
 * import { matmul, tensor } from '@kindling/tensor-core';
 * console.log(matmul(tensor([[1, 2], [3, 4]]), tensor([1, 10])).tolist()); // => [ 21, 43 ]
 * ```
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  requireTensor('matmul', a, 'the first operand');
  requireTensor('matmul', b, 'the second operand');
  if (a.ndim === 0 || b.ndim === 0) {
    throw new ShapeError(
      `matmul: both must have a dimension: ${formatShape(a.shape)} x ${formatShape(b.shape)}; use mul() for scalars`,
    );
  }
  if (a.dtype === 'bool' && b.dtype === 'bool')
    throw new DTypeError('matmul: bool matrices have no product; convert with int() or float()');
  const inner = a.shape[a.ndim - 1]!;
  const rows = b.shape[Math.max(0, b.ndim - 2)]!;
  if (inner !== rows) {
    throw new ShapeError(
      `matmul: inner sizes differ: ${formatShape(a.shape)} x ${formatShape(b.shape)} (${inner} != ${rows})`,
    );
  }
  if (b.ndim === 1) return squeeze(matmul(a, unsqueeze(b, 1)), -1);
  if (a.ndim === 1) return squeeze(matmul(unsqueeze(a, 0), b), -2);
  return matrices(a, b);
}

/**
 * The sum of the products of two vectors of one length.
 *
 * @throws `ShapeError` when one is no vector, or the lengths differ.
 * @example
 * ```ts
 * import { dot, tensor } from '@kindling/tensor-core';
 * console.log(dot(tensor([1, 2]), tensor([3, 4])).item()); // => 11
 * ```
 */
export function dot(a: Tensor, b: Tensor): Tensor {
  requireTensor('dot', a, 'the first operand');
  requireTensor('dot', b, 'the second operand');
  requireVectors('dot', 'two vectors of one length', a, b, a.count === b.count);
  return sum(mul(a, b));
}

/**
 * All products of an element of one vector [n] with an element of another [m]: [n, m].
 *
 * @throws `ShapeError` when one is no vector.
 * @example
 * ```ts
 * import { outer, tensor } from '@kindling/tensor-core';
 * console.log(outer(tensor([1, 2]), tensor([3, 4])).tolist()); // => [ [ 3, 4 ], [ 6, 8 ] ]
 * ```
 */
export function outer(a: Tensor, b: Tensor): Tensor {
  requireTensor('outer', a, 'the first operand');
  requireTensor('outer', b, 'the second operand');
  requireVectors('outer', 'two vectors', a, b);
  return mul(unsqueeze(a, 1), b);
}

function requireVectors(name: string, what: string, a: Tensor, b: Tensor, fit = true): void {
  if (a.ndim !== 1 || b.ndim !== 1 || !fit) {
    throw new ShapeError(`${name}: ${what} are needed, not ${formatShape(a.shape)} and ${formatShape(b.shape)}`);
  }
}

/** @internal The method `mm`. */
export function mm(x: Tensor, other: Tensor): Tensor {
  requireTensor('mm', other, 'the second input');
  if (x.ndim !== 2 || other.ndim !== 2)
    throw new ShapeError(
      `mm: two matrices are needed, not ${formatShape(x.shape)} and ${formatShape(other.shape)}; use matmul()`,
    );
  return matmul(x, other);
}
