/**
 * Elements that are on the device and in memory too: few that come from there or were read, such as positions and targets, which
 * are asked for again and again, as a reading waits for the device.
 */
import { type DType, sizeOf, type TypedArray, type View } from '@kindling/tensor-core/backend';
import type { GpuBuffer } from './buffer.js';
import { fromDevice, toDevice } from './convert.js';
import type { Source } from './kernels/program.js';

/** Elements up to this number are kept. */
const KNOWN = 2 ** 16;

/** What is chosen or converted of known elements is known too, up to this number: a batch of targets. */
const KNOWN_PART = 1024;

type Known = TypedArray | undefined;

const knownOf = (x: View): Known => (x.buffer as GpuBuffer).known;

/** Of elements as the device has them now. */
export function knownOfUpload(floats: Float32Array, dtype: DType): Known {
  if (floats.length > KNOWN) return undefined;
  return dtype === 'float32' ? floats.slice() : fromDevice(floats, dtype);
}

/** Of what was read of a view, of whose buffer nothing was known. */
export function knownOfReading(values: TypedArray, x: View): Known {
  return x.dense && x.count === x.buffer.size && x.count <= KNOWN ? values.slice() : undefined;
}

/** Of a copy of a view. */
export function knownOfCopy(x: View, dtype: DType): Known {
  const known = knownOf(x);
  if (known === undefined || x.count > KNOWN_PART) return undefined;
  return fromDevice(toDevice(elementsOf(known, x), dtype), dtype);
}

/** Of the elements of a view at positions along a dimension. */
export function knownOfChoice(x: View, dim: number, index: View): Known {
  const [known, positions] = [knownOf(x), knownOf(index)];
  if (known === undefined || positions === undefined || index.count > KNOWN_PART) return undefined;
  return chosenOf(known, x, dim, elementsOf(positions, index), index.shape);
}

/** What reads positions that are in memory. */
export function knownRows(index: View): ((rows: Source) => Int32Array) | undefined {
  const known = knownOf(index);
  return known && ((rows) => elementsOf(known as Int32Array, { ...rows, count: sizeOf(rows.shape) }));
}

type Place = Pick<View, 'shape' | 'strides' | 'offset' | 'count'>;

/** The elements of a view in memory. */
export function elementsOf<Values extends TypedArray>(
  values: Values,
  { shape, strides, offset, count }: Place,
): Values {
  const out = new (values.constructor as new (length: number) => Values)(count);
  for (let i = 0; i < count; i++) out[i] = values[offset + distanceOf(i, shape, strides)]!;
  return out;
}

/** The elements of a view in memory at positions along a dimension. */
function chosenOf(
  values: TypedArray,
  { strides, offset }: Place,
  dim: number,
  positions: TypedArray,
  shape: readonly number[],
): TypedArray {
  const out = new (values.constructor as new (length: number) => TypedArray)(positions.length);
  const across = strides.with(dim, 0);
  for (const [i, position] of positions.entries()) {
    out[i] = values[offset + distanceOf(i, shape, across) + position * strides[dim]!]!;
  }
  return out;
}

/** How far the element of a number, in row-major order of the shape, is from the first. */
function distanceOf(number: number, shape: readonly number[], strides: readonly number[]): number {
  let rest = number;
  let distance = 0;
  for (let d = shape.length - 1; d >= 0; d--) {
    distance += (rest % shape[d]!) * strides[d]!;
    rest = Math.floor(rest / shape[d]!);
  }
  return distance;
}
