import { sizeOf } from '@kindling/tensor-core/backend';
import { denseSource } from './buffer.js';
import type { Device } from './device.js';
import type { Texture } from './gpu-js.js';
import { transposed } from './kernels/linear.js';
import { map } from './kernels/map.js';
import { type Around, matmul } from './kernels/matmul.js';
import type { Source } from './kernels/program.js';
import { multiplyStored, type Operand, unpadded } from './kernels/stored-tile.js';
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
  try {
    let left = a;
    if (slope !== undefined) {
      // In the order in which they lie, which is faster.
      const turn = a.strides[1] === 1 ? (x: Source) => x : transposed;
      const operands = [turn(a), turn({ ...slope.y, shape: a.shape })];
      const { shape } = operands[0]!;
      left = turn(denseSource(pass(device.run(map(`slope_${slope.of}`, shape, sizeOf(shape), operands))), shape));
    }
    const sizes = [a.shape[0]!, a.shape[1]!, b.shape[1]!] as const;
    return (device.stores ? stored : drawn)(device, left, transposed(b), sizes, around, pass);
  } finally {
    // Also where there was no memory for the next.
    for (const texture of passing) device.pool.give(texture);
  }
}

type Sizes = readonly [m: number, k: number, n: number];
type Pass = (texture: Texture) => Texture;

/** By threads that write to textures of their own; both operands are [outer, inner]. */
function drawn(device: Device, a: Source, b: Source, [m, k, n]: Sizes, around: Around, pass: Pass): Texture {
  const plane = (x: Source): Texture => (isPlane(x) ? x.texture : pass(device.run(toPlane(x))));
  // Both along what is summed over: turning the elements once costs less than reading across rows.
  const results = device.runAll(multiplyPlanes(plane(a), plane(b), m, k, n, device.mostResults)).map(pass);
  return device.run(fromPlanes(results, m, n, around));
}

/** By threads that write anywhere; both operands are [outer, inner]. */
function stored(device: Device, a: Source, b: Source, sizes: Sizes, around: Around, pass: Pass): Texture {
  const [m, k, n] = sizes;
  const operand = (x: Source): Operand => {
    const lying = k % 4 === 0 ? (inTexels(x, 'inner') ?? inTexels(transposed(x), 'outer')) : null;
    return lying ?? { texture: pass(device.run(toPlane(x))), from: 0, step: Math.ceil(k / 4), along: 'inner' };
  };
  const operands = [operand(a), operand(b)] as const;
  if (n % 4 === 0) return device.run(multiplyStored(...operands, sizes, around));
  const padded = pass(device.run(multiplyStored(...operands, sizes, {})));
  return device.run(unpadded(padded, m, n, around));
}

/** A matrix whose rows are whole texels, as it lies. */
function inTexels({ texture, shape, strides, offset }: Source, along: Operand['along']): Operand | null {
  const whole = strides[1] === 1 && strides[0]! % 4 === 0 && offset % 4 === 0 && shape[1]! % 4 === 0;
  return whole ? { texture, from: offset / 4, step: strides[0]! / 4, along } : null;
}

/** Whether a matrix lies as a plane does already. */
function isPlane({ texture, shape, strides, offset }: Source): boolean {
  const columns = shape[1]!;
  return offset === 0 && strides[1] === 1 && strides[0] === columns && texture.size[0]! * 4 === columns;
}
