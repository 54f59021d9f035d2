/** Adding at positions, in time that grows with the elements and the positions, not with both multiplied. */
import { rowMajorStrides, sizeOf } from '@kindling/tensor-core/backend';
import { denseSource } from './buffer.js';
import type { Device } from './device.js';
import type { Texture } from './gpu-js.js';
import { gather } from './kernels/gather.js';
import type { Source } from './kernels/program.js';
import { scatterAdd, scatterSorted } from './kernels/scatter.js';
import { sortRows } from './passes.js';

/** Up to this many comparisons one kernel that compares every element with every position is faster than sorting. */
const FEW = 2 ** 17;

/** An index along `dim` as rows, each once: the rows of an expanded index are one. */
interface Rows {
  readonly source: Source;
  /** The strides of the index in these rows, one after the other. */
  readonly strides: readonly number[];
}

function rowsOf(index: Source, dim: number): Rows {
  const others = index.shape.map((_, d) => d).filter((d) => d !== dim && index.shape[d]! > 1 && index.strides[d] !== 0);
  const shape = [...others, dim].map((d) => index.shape[d]!);
  const dense = rowMajorStrides(shape);
  const strides = index.shape.map(() => 0);
  for (const [k, d] of [...others, dim].entries()) strides[d] = dense[k]!;
  return { source: { ...index, shape, strides: [...others, dim].map((d) => index.strides[d]!) }, strides };
}

/** The rows of an index sorted, and the positions before: on the device, or in memory where the elements are there. */
function sorted(device: Device, rows: Source, values: ((rows: Source) => Int32Array) | undefined): [Texture, Texture] {
  const { shape } = rows;
  if (values === undefined) {
    const order = sortRows(device, rows, false);
    return [device.run(gather(rows, shape.length - 1, denseSource(order, shape))), order];
  }
  const length = shape.at(-1)!;
  const all = values(rows);
  const sortedValues = new Float32Array(all.length);
  const order = new Float32Array(all.length);
  const keys = new Float64Array(length);
  for (let from = 0; from < all.length; from += length) {
    // Both in one number, so that equal ones stay in order.
    for (let j = 0; j < length; j++) keys[j] = all[from + j]! * length + j;
    keys.sort();
    for (let j = 0; j < length; j++) {
      sortedValues[from + j] = Math.floor(keys[j]! / length);
      order[from + j] = keys[j]! % length;
    }
  }
  return [device.upload(sortedValues), device.upload(order)];
}

/**
 * A copy of `x` with `source` added where `index` says.
 *
 * @param values - the elements of a view of the index, where they are in memory too.
 */
export function scatterRows(
  device: Device,
  x: Source,
  dim: number,
  index: Source,
  source: Source,
  add: string,
  values?: (rows: Source) => Int32Array,
): Texture {
  const length = index.shape[dim]!;
  if (sizeOf(x.shape) * length <= FEW) return device.run(scatterAdd(x, dim, index, source, add));
  const { source: rows, strides } = rowsOf(index, dim);
  const textures = sorted(device, rows, values);
  const [bySize, order] = textures.map((texture) => ({ texture, shape: index.shape, strides, offset: 0 }));
  const result = device.run(scatterSorted(x, dim, bySize!, order!, source, add));
  for (const texture of textures) device.pool.give(texture);
  return result;
}
