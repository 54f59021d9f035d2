import { sizeOf } from '@kindling/tensor-core/backend';
import { denseSource } from './buffer.js';
import type { Device } from './device.js';
import type { Texture } from './gpu-js.js';
import { transposed } from './kernels/linear.js';
import { map } from './kernels/map.js';
import { type Around, matmul } from './kernels/matmul.js';
import type { Source } from './kernels/program.js';
import { fromPlanes, multiplyPlanes, toPlane } from './kernels/tile.js';

/** Products of at least so many multiplications are made in tiles: what moving the operands costs is less then. */
const MANY = 2 ** 21;

/** Matrices with fewer rows or columns make no tiles worth the moving. */
const NARROW = 32;

/** `[..., m, k] x [..., k, n]` with equal leading dimensions, every size at least 1, and what is around it. */
export function multiply(device: Device, a: Source, b: Source, around: Around = {}): Texture {
  const [m, k] = a.shape.slice(-2) as [number, number];
  const n = b.shape.at(-1)!;
  const single = sizeOf(a.shape.slice(0, -2)) === 1 && !around.rowBias;
  const large = m * k * n >= MANY && Math.min(m, k, n) >= NARROW;
  if (!single || !large || Math.max(m, k, n) > device.maxSize) return device.run(matmul(a, b, around));
  const last = ({ shape, strides, ...source }: Source): Source => ({
    ...source,
    shape: shape.slice(-2),
    strides: strides.slice(-2),
  });
  return inTiles(device, last(a), last(b), around);
}

function inTiles(device: Device, a: Source, b: Source, { slope, ...around }: Around): Texture {
  const passing: Texture[] = [];
  const pass = (texture: Texture): Texture => {
    passing.push(texture);
    return texture;
  };
  let left = a;
  if (slope !== undefined) {
    // In the order in which they lie, which is faster.
    const turn = a.strides[1] === 1 ? (x: Source) => x : transposed;
    const operands = [turn(a), turn({ ...slope.y, shape: a.shape })];
    const { shape } = operands[0]!;
    left = turn(denseSource(pass(device.run(map(`slope_${slope.of}`, shape, sizeOf(shape), operands))), shape));
  }
  const [m, k] = a.shape as readonly [number, number];
  const n = b.shape[1]!;
  const plane = (x: Source): Texture => (isPlane(x) ? x.texture : pass(device.run(toPlane(x))));
  // Both along what is summed over: turning the elements once costs less than reading across rows.
  const planes = [plane(left), plane(transposed(b))] as const;
  const results = device.runAll(multiplyPlanes(...planes, m, k, n)).map(pass);
  const made = device.run(fromPlanes(results, m, n, around));
  for (const texture of passing) device.pool.give(texture);
  return made;
}

/** Whether a matrix lies as a plane does already. */
function isPlane({ texture, shape, strides, offset }: Source): boolean {
  const columns = shape[1]!;
  return offset === 0 && strides[1] === 1 && strides[0] === columns && texture.size[0]! * 4 === columns;
}
