/** Operations that take several kernels, each giving the textures between them back. */
import { type DType, type ReduceOp, sizeOf } from '@kindling/tensor-core/backend';
import { denseSource } from './buffer.js';
import type { Device } from './device.js';
import { reduction } from './glsl/operations.js';
import type { Texture } from './gpu-js.js';
import { map } from './kernels/map.js';
import type { Source } from './kernels/program.js';
import { bestOfPositions, foldChunks, positionsInChunks } from './kernels/reduce.js';
import { addShifted, positions, sortPass, trimRows } from './kernels/rows.js';
import { chunksOf } from './layout.js';

/** Positions are floats on the device. */
function checkPositions(what: string, length: number): void {
  if (length > 2 ** 24) throw new Error(`gpu: ${what}: rows of ${length} elements are longer than 16777216`);
}

/** Reduces all dimensions from `keep` on; no size is 0. */
export function reduceRows(device: Device, op: ReduceOp, dtype: DType, x: Source, keep: number): Texture {
  const how = reduction(op, dtype);
  const rows = sizeOf(x.shape.slice(0, keep));
  let chunks = chunksOf(sizeOf(x.shape.slice(keep)));
  let result = device.run(foldChunks(how, x, keep, chunks));
  while (chunks.count > 1) {
    const parts = denseSource(result, [rows, chunks.count]);
    chunks = chunksOf(chunks.count);
    result = device.run(foldChunks(how, parts, 1, chunks));
    device.pool.give(parts.texture);
  }
  return result;
}

/** The position of the first largest or smallest element over all dimensions from `keep` on; no size is 0. */
export function argReduceRows(device: Device, op: 'max' | 'min', x: Source, keep: number): Texture {
  const rows = sizeOf(x.shape.slice(0, keep));
  const length = sizeOf(x.shape.slice(keep));
  checkPositions(`arg${op}`, length);
  let chunks = chunksOf(length);
  let result = device.run(positionsInChunks(op, x, keep, chunks));
  while (chunks.count > 1) {
    const candidates = denseSource(result, [rows, chunks.count]);
    chunks = chunksOf(chunks.count);
    result = device.run(bestOfPositions(op, x, keep, candidates, chunks));
    device.pool.give(candidates.texture);
  }
  return result;
}

/** Running sums along the last dimension, in as many passes as its length has binary digits (Hillis and Steele 1986). */
export function cumsumRows(device: Device, dtype: DType, x: Source): Texture {
  const size = sizeOf(x.shape);
  const length = x.shape.at(-1) ?? 1;
  const { fold } = reduction('sum', dtype);
  let result = device.run(map('', x.shape, size, [x]));
  for (let shift = 1; shift < length; shift *= 2) {
    const before = result;
    result = device.run(addShifted(before, size, length, shift, fold));
    device.pool.give(before);
  }
  return result;
}

/** The positions that sort the rows of the last dimension; `x` has at least one dimension. */
export function sortRows(device: Device, x: Source, descending: boolean): Texture {
  const length = x.shape.at(-1)!;
  checkPositions('sort', length);
  const rows = sizeOf(x.shape.slice(0, -1));
  let padded = 1;
  while (padded < length) padded *= 2;
  let order = device.run(positions(rows, padded));
  for (let run = 2; run <= padded; run *= 2) {
    for (let apart = run / 2; apart >= 1; apart /= 2) {
      const before = order;
      order = device.run(sortPass(x, before, padded, { run, apart, descending }));
      device.pool.give(before);
    }
  }
  if (padded === length) return order;
  const trimmed = device.run(trimRows(order, rows, padded, length));
  device.pool.give(order);
  return trimmed;
}
