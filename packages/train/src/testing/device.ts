import { setBackend } from '@kindling/tensor-core';
import type { Backend, Buffer, View } from '@kindling/tensor-core/backend';

/** A buffer on the pretended device. */
interface DeviceBuffer extends Buffer {
  readonly inner: Buffer;
  released: boolean;
}

/** A backend that behaves as a GPU does: results are read later, memory must be given back, and is then gone. */
export interface Device extends Backend {
  /** How many buffers have been made and not given back. */
  readonly live: number;
  /** How often something was read. */
  readonly reads: number;
}

const METHODS = [
  'upload',
  'fill',
  'copy',
  'assign',
  'unary',
  'binary',
  'where',
  'reduce',
  'argReduce',
  'cumsum',
  'sort',
  'matmul',
  'gather',
  'scatterAdd',
] as const;

/** Makes such a device of a backend that computes at once; without fused kernels, so that every step leaves much behind. */
export function device(backend: Backend): Device {
  let live = 0;
  let reads = 0;
  const wrap = (result: unknown): unknown => {
    if (typeof result !== 'object' || result === null) return result;
    if ('values' in result && 'indices' in result) {
      return { values: wrap(result.values), indices: wrap(result.indices) };
    }
    const inner = result as Buffer;
    live++;
    return { backend: made, dtype: inner.dtype, size: inner.size, version: 0, inner, released: false };
  };
  const unwrap = (argument: unknown): unknown => {
    if (typeof argument === 'object' && argument !== null && 'strides' in argument) {
      const { buffer, dtype, shape, strides, offset, count, dense } = argument as View;
      const { inner, released } = buffer as DeviceBuffer;
      if (released) throw new Error(`device: a tensor of shape [${shape.join(', ')}] is used after it was given back`);
      return { buffer: inner, dtype, shape, strides, offset, count, dense };
    }
    return argument;
  };
  const methods = Object.fromEntries(
    METHODS.map((name) => [
      name,
      (...args: unknown[]) => wrap(Reflect.apply(backend[name], backend, args.map(unwrap))),
    ]),
  );
  const made: Device = {
    ...(methods as unknown as Backend),
    name: 'device',
    supports: (dtype) => dtype !== 'float64',
    async read(x) {
      reads++;
      const values = await backend.read(unwrap(x) as View);
      await new Promise((resolve) => setTimeout(resolve, 0));
      return values;
    },
    release(buffer) {
      const own = buffer as DeviceBuffer;
      if (own.released) return;
      own.released = true;
      live--;
    },
    sync: async () => {},
    get live() {
      return live;
    },
    get reads() {
      return reads;
    },
  };
  return made;
}

/** Runs with another backend as the current one. */
export async function on<T>(backend: Backend, before: Backend, run: () => Promise<T>): Promise<T> {
  setBackend(backend);
  try {
    return await run();
  } finally {
    setBackend(before);
  }
}
