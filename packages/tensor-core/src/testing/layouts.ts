import type { Backend } from '../backend.js';
import { makeArray, type TypedArray } from '../dtype.js';
import { isRowMajor, rowMajorStrides, type Shape, sizeOf } from '../shape.js';
import { Tensor } from '../tensor.js';

/** How the elements of a tensor lie in memory. */
interface Placement {
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Where the first element has to be for the others to be inside the buffer, with some room before it. */
function place(shape: Shape, strides: readonly number[], room = 0): Placement {
  const below = strides.reduce((sum, stride, i) => sum + Math.min(0, stride) * Math.max(0, shape[i]! - 1), 0);
  return { strides, offset: room - below };
}

/**
 * The ways in which a view can lie in memory. `dense` is first.
 *
 * Elements that share memory (`expanded`) get the value that is written last.
 */
export const layouts: Readonly<Record<string, (shape: Shape) => Placement>> = {
  dense: (shape) => place(shape, rowMajorStrides(shape)),
  offset: (shape) => place(shape, rowMajorStrides(shape), 3),
  transposed: (shape) => place(shape, rowMajorStrides([...shape].reverse()).reverse()),
  sliced: (shape) =>
    place(
      shape,
      rowMajorStrides(shape).map((stride) => stride * 2),
      1,
    ),
  flipped: (shape) =>
    place(
      shape,
      rowMajorStrides(shape).map((stride) => -stride),
    ),
  'rows expanded': (shape) =>
    place(
      shape,
      rowMajorStrides(shape).map((stride, i) => (i === 0 ? 0 : stride)),
    ),
  'columns expanded': (shape) =>
    place(shape, rowMajorStrides(shape.slice(0, -1)).concat(shape.length > 0 ? [0] : []), 2),
  'half flipped': (shape) =>
    place(
      shape,
      rowMajorStrides([...shape].reverse())
        .reverse()
        .map((stride, i) => (i === shape.length - 1 ? -stride : stride)),
      2,
    ),
};

/** A leaf with given elements (in row-major order) that lie in memory in a given way. */
export function lay(backend: Backend, values: TypedArray, shape: Shape, layout: string): Tensor {
  const { strides, offset } = layouts[layout]!(shape);
  const dtype = values instanceof Uint8Array ? 'bool' : dtypes.get(values.constructor)!;
  const reach = shape.reduce((sum, size, i) => sum + Math.max(0, strides[i]!) * Math.max(0, size - 1), offset);
  // Two elements more than are needed, so that a view that ends early is told from one that fills the buffer.
  const memory = makeArray(dtype, layout === 'dense' ? values.length : reach + 3);
  memory.fill(dtype === 'bool' ? 1 : 77);
  const index = shape.map(() => 0);
  let at = offset;
  for (let i = 0; i < values.length; i++) {
    memory[at] = values[i]!;
    // On to the next index in row-major order.
    for (let dim = shape.length - 1; dim >= 0; dim--) {
      index[dim] = index[dim]! + 1;
      at += strides[dim]!;
      if (index[dim]! < shape[dim]!) break;
      at -= index[dim]! * strides[dim]!;
      index[dim] = 0;
    }
  }
  return new Tensor(backend.upload(memory, dtype), shape, strides, offset, sizeOf(shape), isRowMajor(shape, strides));
}

const dtypes = new Map<unknown, 'float32' | 'float64' | 'int32'>([
  [Float32Array, 'float32'],
  [Float64Array, 'float64'],
  [Int32Array, 'int32'],
]);
