import { ShapeError } from './errors.js';

/** Sizes of the dimensions, outermost first; `[]` is a scalar. */
export type Shape = readonly number[];

/**
 * A shape as PyTorch prints it: `[2, 3]`.
 *
 * @example
 * ```ts
 * import { ones } from '@kindling/tensor-core';
 * import { formatShape } from '@kindling/tensor-core/internal';
 * console.log(formatShape(ones(2, 3).shape)); // => [2, 3]
 * ```
 */
export function formatShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** @internal Throws what a tensor of a wrong shape is told: `linear: the weight must be [out, in], not [3]`. */
export function wrongShape(name: string, what: string, wanted: string, { shape }: { readonly shape: Shape }): never {
  throw new ShapeError(`${name}: ${what} must be ${wanted}, not ${formatShape(shape)}`);
}

/**
 * The number of elements: the product of the sizes, 1 for a scalar.
 *
 * @example
 * ```ts
 * import { sizeOf } from '@kindling/tensor-core/internal';
 * console.log(sizeOf([2, 3]), sizeOf([])); // => 6 1
 * ```
 */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i]!;
  return size;
}

/**
 * The steps between neighbours along each dimension when elements lie in row-major order.
 *
 * @example
 * ```ts
 * import { rowMajorStrides } from '@kindling/tensor-core/backend';
 * console.log(rowMajorStrides([2, 3, 4])); // => [ 12, 4, 1 ]
 * ```
 */
export function rowMajorStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i]!;
  }
  return strides;
}

/**
 * Whether strides are row-major without gaps; the stride of a dimension of size 1 does not matter.
 *
 * @example
 * ```ts
 * import { isRowMajor } from '@kindling/tensor-core/backend';
 * console.log(isRowMajor([2, 3], [3, 1]), isRowMajor([3, 2], [1, 3])); // => true false
 * ```
 */
export function isRowMajor(shape: Shape, strides: readonly number[]): boolean {
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    const size = shape[i]!;
    if (size !== 1 && strides[i] !== step) return shape.includes(0);
    step *= size;
  }
  return true;
}

/**
 * Whether two shapes are equal.
 *
 * @example
 * ```ts
 * import { sameShape } from '@kindling/tensor-core/internal';
 * console.log(sameShape([2, 3], [2, 3]), sameShape([2], [2, 1])); // => true false
 * ```
 */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The strides with which a view reads as the larger `to`: 0 along the dimensions that repeat. Shapes are compatible. */
export function expandStrides(shape: Shape, strides: readonly number[], to: Shape): number[] {
  const lead = to.length - shape.length;
  const result = new Array<number>(to.length);
  for (let i = 0; i < to.length; i++) {
    const own = i - lead;
    result[i] = own < 0 || (shape[own] === 1 && to[i] !== 1) ? 0 : strides[own]!;
  }
  return result;
}

/**
 * Strides that let a view be read with another shape of the same size without copying, or `null` where none exist.
 * Each run of old dimensions that can be walked with one stride is matched with the new dimensions that fill it. The view
 * has an element and a dimension: others are row-major.
 */
export function reshapeStrides(shape: Shape, strides: readonly number[], to: Shape): number[] | null {
  const result = new Array<number>(to.length);
  let next = to.length - 1;
  let runSize = 1;
  let runStride = strides[shape.length - 1]!;
  for (let i = shape.length - 1; i >= 0; i--) {
    runSize *= shape[i]!;
    const ends = i === 0 || (shape[i - 1] !== 1 && strides[i - 1] !== runSize * runStride);
    if (!ends) continue;
    let filled = 1;
    while (next >= 0 && (filled < runSize || to[next] === 1)) {
      result[next] = filled * runStride;
      filled *= to[next]!;
      next--;
    }
    if (filled !== runSize) return null;
    if (i > 0) {
      runSize = 1;
      runStride = strides[i - 1]!;
    }
  }
  return result;
}
