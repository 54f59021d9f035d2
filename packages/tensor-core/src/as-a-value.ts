// What happens to a tensor where JavaScript wants a number, a text or plain data.
import type { DType } from './dtype.js';
import type { NestedValues } from './read.js';
import type { Tensor } from './tensor.js';

/** A tensor in JSON; the values are missing where they cannot be read without waiting. */
export interface TensorJSON {
  /** The sizes of the dimensions. */
  shape: readonly number[];
  /** The type of the elements. */
  dtype: DType;
  /** The elements as nested arrays. */
  values?: NestedValues;
}

declare module './tensor.js' {
  interface Tensor {
    /** What `JSON.stringify` writes. */
    toJSON(): TensorJSON;
  }
}

/** @internal `x > 0.5` would compare texts, and `x + x` join them. */
export function toPrimitive(x: Tensor, hint: string): string {
  if (hint === 'string') return String(x.toString());
  throw new TypeError('operators do not work on a Tensor: use x.gt(0.5), x.mul(2), x.add(y), or item() for a number');
}

/** @internal The method `toJSON`. */
export function toJSON(x: Tensor): ReturnType<Tensor['toJSON']> {
  return {
    shape: x.shape,
    dtype: x.dtype,
    ...(x.backend.readSync !== undefined && { values: x.tolist() }),
  };
}
