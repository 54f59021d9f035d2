import type { Shape } from '@kindling/tensor-core/backend';

/**
 * Walks several arrays of one shape in step, a row at a time, in row-major order.
 *
 * Dimensions that can be walked with one stride in all arrays become one, so that dense arrays are a single row.
 * A kernel reads `at[i]`, the position of the row's first element in array `i`, and advances by `steps[i]` within it.
 * Strides beyond the shape's dimensions do not count, and an array without strides stands still.
 */
export class Walk {
  /** The number of rows; 0 where the shape has no elements. */
  readonly rows: number;
  /** The number of elements in each row. */
  readonly length: number;
  /** Each array's stride along a row. */
  readonly steps: readonly number[];
  /** Each array's position at the start of the current row. */
  readonly at: number[];
  /** The collapsed dimensions outside the row: their sizes, their strides in each array, and where the walk stands. */
  readonly #sizes: number[];
  readonly #strides: number[][];
  readonly #index: number[];

  constructor(shape: Shape, strides: readonly (readonly number[])[], offsets: readonly number[]) {
    const sizes: number[] = [];
    const kept: number[][] = strides.map(() => []);
    let total = 1;
    for (let d = 0; d < shape.length; d++) {
      const size = shape[d]!;
      total *= size;
      if (size === 1) continue;
      const last = sizes.length - 1;
      if (last >= 0 && strides.every((own, i) => kept[i]![last] === (own[d] ?? 0) * size)) {
        sizes[last] = sizes[last]! * size;
        for (let i = 0; i < strides.length; i++) kept[i]![last] = strides[i]![d] ?? 0;
      } else {
        sizes.push(size);
        for (let i = 0; i < strides.length; i++) kept[i]!.push(strides[i]![d] ?? 0);
      }
    }
    this.length = sizes.pop() ?? 1;
    this.steps = kept.map((own) => own.pop() ?? 0);
    this.rows = total === 0 ? 0 : total / this.length;
    this.at = [...offsets];
    this.#sizes = sizes;
    this.#strides = kept;
    this.#index = sizes.map(() => 0);
  }

  /** Moves to the next row. */
  next(): void {
    const { at } = this;
    for (let d = this.#sizes.length - 1; d >= 0; d--) {
      const size = this.#sizes[d]!;
      const index = this.#index[d]! + 1;
      if (index < size) {
        this.#index[d] = index;
        for (let i = 0; i < at.length; i++) at[i] = at[i]! + this.#strides[i]![d]!;
        return;
      }
      this.#index[d] = 0;
      for (let i = 0; i < at.length; i++) at[i] = at[i]! - this.#strides[i]![d]! * (size - 1);
    }
  }
}

/** The one stride that walks the dimensions `from` to `to` in row-major order, or `null` where it takes several. */
export function singleStride(
  shape: Shape,
  strides: readonly number[],
  from: number,
  to: number = shape.length,
): number | null {
  let stride = 0;
  let span: number | null = null;
  for (let d = to - 1; d >= from; d--) {
    const size = shape[d]!;
    if (size === 0) return 0;
    if (size === 1) continue;
    if (span === null) {
      stride = strides[d]!;
      span = stride * size;
    } else {
      if (strides[d] !== span) return null;
      span *= size;
    }
  }
  return stride;
}

/** How many elements dimensions `from` to `to` have. */
export function sizeBetween(shape: Shape, from: number, to: number): number {
  let size = 1;
  for (let d = from; d < to; d++) size *= shape[d]!;
  return size;
}
