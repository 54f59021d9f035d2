/** Where elements lie: arithmetic on shapes and strides. */

/** Dimensions walked together by several operands: a size each, and for each operand a stride each. */
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/** The same walk in as few dimensions as can be: sizes of 1 go, and neighbours that every operand walks evenly become one. */
export function coalesce(shape: readonly number[], strides: readonly (readonly number[])[]): Walk {
  const sizes: number[] = [];
  const steps: number[][] = strides.map(() => []);
  for (let d = 0; d < shape.length; d++) {
    const size = shape[d]!;
    if (size === 1) continue;
    const last = sizes.length - 1;
    const joins = last >= 0 && strides.every((own, k) => steps[k]![last] === own[d]! * size);
    if (joins) sizes[last] = sizes[last]! * size;
    else sizes.push(size);
    strides.forEach((own, k) => {
      if (joins) steps[k]![last] = own[d]!;
      else steps[k]!.push(own[d]!);
    });
  }
  return { shape: sizes, strides: steps };
}

/** A view's places in its buffer, the other way round: from a place to the number of the element that is there. */
export interface Inverse {
  /** The place of the element that comes first in the buffer, less the view's offset. */
  readonly first: number;
  /** Strides, all positive and falling, with the sizes and what a step counts in the view's row-major order. */
  readonly dims: readonly { readonly size: number; readonly stride: number; readonly count: number }[];
  /** The number of the element at `first`, where strides are negative. */
  readonly start: number;
}

/** The {@link Inverse} of a shape and strides; throws where two elements share a place, or rows interleave. */
export function invert(shape: readonly number[], strides: readonly number[]): Inverse {
  const dims: { size: number; stride: number; count: number }[] = [];
  let first = 0;
  let start = 0;
  let count = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d]!;
    const stride = strides[d]!;
    if (size > 1) {
      if (stride < 0) {
        first += (size - 1) * stride;
        start += (size - 1) * count;
        dims.push({ size, stride: -stride, count: -count });
      } else {
        dims.push({ size, stride, count });
      }
    }
    count *= size;
  }
  dims.sort((a, b) => b.stride - a.stride);
  let reach = 0;
  for (let i = dims.length - 1; i >= 0; i--) {
    const { size, stride } = dims[i]!;
    if (stride <= reach) {
      throw new Error(
        `gpu: assign: the elements of [${shape.join(', ')}] with strides [${strides.join(', ')}] overlap or interleave`,
      );
    }
    reach += (size - 1) * stride;
  }
  return { first, dims, start };
}

/** How a long reduction is cut: chunks of `length` elements, the last maybe shorter. */
export interface Chunks {
  readonly count: number;
  readonly length: number;
}

/** A reduction's rows are cut where they are longer, so that one thread never loops for long. */
export const LONGEST_LOOP = 1024;

/** One chunk where `n` is at most {@link LONGEST_LOOP}, else about as many chunks as elements in one. */
export function chunksOf(n: number): Chunks {
  if (n <= LONGEST_LOOP) return { count: 1, length: n };
  const length = Math.min(LONGEST_LOOP, Math.ceil(Math.sqrt(n)));
  return { count: Math.ceil(n / length), length };
}

/**
 * The width of the texture of `n` elements: a power of 2, so that an element is found by shifts, and its height at least
 * 2 where there is more than one, as GPU.js takes a height of 1 for none. 0 where no texture of the device is large enough.
 */
export function textureWidth(n: number, maxSize: number): number {
  let width = 2 ** Math.floor(Math.log2(n) / 2);
  while (Math.ceil(n / width) > maxSize) width *= 2;
  return width <= maxSize ? width : 0;
}
