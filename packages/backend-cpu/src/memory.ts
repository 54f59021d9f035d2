import { type DType, makeArray, type TypedArray } from '@kindling/tensor-core/backend';

// Why arrays come from slabs is told in docs/decisions/cpu-memory.md, with the measurements behind these numbers.

/** Arrays of at most this many bytes live on the JavaScript heap, where they cost least and pin nothing. */
const ON_HEAP = 64;
/** Arrays of at most this many bytes share a slab. */
const SHARED = 16 * 1024;
const SLAB = 64 * 1024;

/** Released arrays are kept up to this many bytes in all. */
const KEPT = 64 * 1024 * 1024;
/** Of so many sizes: a small array keeps its whole slab. */
const SIZES = 256;

let slab = new ArrayBuffer(0);
let used = 0;

/** Released float32 arrays, by their number of elements. */
const released = new Map<number, Float32Array[]>();
let releasedBytes = 0;

/** An array for a kernel's result, which has to write every element: a recycled one still holds old ones. */
export function allocate(dtype: DType, size: number): TypedArray {
  if (dtype === 'float32') return allocateFloats(size);
  const bytes = dtype === 'float64' ? size * 8 : dtype === 'int32' ? size * 4 : size;
  if (bytes <= ON_HEAP || bytes > SHARED) return makeArray(dtype, size);
  const at = claim(bytes);
  if (dtype === 'float64') return new Float64Array(slab, at, size);
  return dtype === 'int32' ? new Int32Array(slab, at, size) : new Uint8Array(slab, at, size);
}

/** As `allocate` for float32. */
export function allocateFloats(size: number): Float32Array {
  const bytes = size * 4;
  if (bytes <= ON_HEAP) return new Float32Array(size);
  if (releasedBytes > 0) {
    const recycled = released.get(size)?.pop();
    if (recycled !== undefined) {
      releasedBytes -= bytes;
      return recycled;
    }
  }
  if (bytes > SHARED) return new Float32Array(size);
  const at = claim(bytes);
  return new Float32Array(slab, at, size);
}

/** The position of the next free bytes of the slab, which is a new one where they do not fit. */
function claim(bytes: number): number {
  let at = used;
  if (at + bytes > slab.byteLength) {
    slab = new ArrayBuffer(SLAB);
    at = 0;
  }
  used = at + ((bytes + 15) & ~15);
  return at;
}

/** Takes an array back that nobody uses any more. Others than float32 are rare, and left to garbage collection. */
export function recycle(values: TypedArray): void {
  const bytes = values.byteLength;
  if (!(values instanceof Float32Array) || bytes <= ON_HEAP || bytes > KEPT) return;
  releasedBytes += bytes;
  const list = released.get(values.length);
  if (list === undefined) released.set(values.length, [values]);
  else list.push(values);
  if (releasedBytes > KEPT || released.size > SIZES) forget();
}

/** Lets go of the sizes that have been there longest; those still in use come again, as the newest. */
function forget(): void {
  for (const [size, list] of released) {
    if (releasedBytes <= KEPT && released.size <= SIZES) return;
    released.delete(size);
    releasedBytes -= list.length * size * 4;
  }
}
