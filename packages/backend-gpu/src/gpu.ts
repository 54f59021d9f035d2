import { checkChoice, checkOptions, type Known, wrong } from '@internal/arguments';
import { type About, type GpuBackend, isSoftware, TextureBackend } from './backend.js';
import { denseSource } from './buffer.js';
import { describe, openContext } from './context.js';
import type { Device } from './device.js';
import { loadGpuJs } from './gpu-js.js';
import { map } from './kernels/map.js';
import { Residents } from './residents.js';
import { WebGLDevice } from './webgl-device.js';
import { openWebGPU } from './webgpu/context.js';
import { WebGPUDevice } from './webgpu/device.js';
import { letEnd } from './webgpu/node-loop.js';

type Mode = 'webgl2' | 'webgpu';

/** How {@link gpu} chooses a device. */
export interface GpuOptions {
  /**
   * Which of GPU.js's ways to a GPU to take. Unless given, `'webgl2'` where there is one, as a page's `item()` and
   * `dataSync()` work there, else `'webgpu'`. `'auto'` takes `'webgpu'` first, where an adapter answers and its first
   * results are right.
   */
  readonly mode?: 'auto' | Mode;
  /** Which GPU of several to take; `'high-performance'` unless given, and only asked when the page opens its device. */
  readonly powerPreference?: 'default' | 'high-performance' | 'low-power';
  /**
   * Bytes on the device from which on elements that were not used for longest go to memory, and come back when they are
   * used; 2^30 unless given. Later calls may change it. It counts where `'webgl2'` is taken, as WebGPU cannot be waited
   * for: an error beside `mode: 'webgpu'`.
   */
  readonly budget?: number;
}

const known: Known<GpuOptions> = { budget: 1, mode: 1, powerPreference: 1 };

/** As much as most devices have, and more than most programs hold. */
const BUDGET = 2 ** 30;

type Preference = NonNullable<GpuOptions['powerPreference']>;

interface Ready {
  readonly backend: GpuBackend;
  readonly residents: Residents;
  /** Whether it can compute no more. */
  isLost(): boolean;
}

/** One of each mode for a page: browsers drop the oldest of more than 16 contexts. */
const opened = new Map<Mode, { ready: Promise<Ready>; isLost: () => boolean }>();

/**
 * Makes a backend that computes on the GPU, through GPU.js: over WebGL 2 or WebGPU in browsers and in their workers, also
 * under a content-security policy without `unsafe-eval`, and over WebGPU in Node.js where the optional package `webgpu` and
 * a driver are there. Without a mode it takes WebGL 2 where that is there, else WebGPU. It holds float32, int32 (exact below
 * 2^24 in size) and bool. There is one for each mode: later calls give the same backend, unless its device was lost or given
 * back by `destroy()`.
 *
 * On WebGPU nothing can be read without waiting: `await x.data()`, as `item()` is an error there.
 *
 * Throws where there is neither, and says what was tried and why it failed; it never computes on the CPU instead.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { gpu } from '@kindling/backend-gpu';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * const device = await gpu().catch(() => null);
 * setBackend(device ?? (await cpu())); // the CPU where there is no GPU
 * console.log(await tensor([1, 2]).add(1).data()); // => Float32Array(2) [ 2, 3 ]
 * device?.destroy(); // a page keeps it
 * ```
 */
export async function gpu(options: GpuOptions = {}): Promise<GpuBackend> {
  checkOptions(RangeError, 'gpu', options, known);
  const { mode, powerPreference = 'high-performance', budget } = options;
  if (mode !== undefined) checkChoice(RangeError, 'gpu', 'mode', mode, ['auto', 'webgpu', 'webgl2']);
  checkChoice(RangeError, 'gpu', 'powerPreference', powerPreference, ['default', 'high-performance', 'low-power']);
  if (budget !== undefined && !(typeof budget === 'number' && budget >= 0))
    wrong(RangeError, 'gpu', 'budget', 'a number of bytes', budget);
  if (budget !== undefined && mode === 'webgpu')
    throw new RangeError("gpu: a budget is of mode 'webgl2' only: on WebGPU nothing can be read back without waiting");
  const { backend, residents } = await (mode === undefined || mode === 'auto'
    ? first(mode === 'auto' ? ['webgpu', 'webgl2'] : ['webgl2', 'webgpu'], powerPreference)
    : one(mode, powerPreference));
  if (budget !== undefined) residents.budget = budget;
  return backend;
}

/** The first of the modes that works. */
async function first(modes: readonly Mode[], preference: Preference): Promise<Ready> {
  const failures: string[] = [];
  for (const mode of modes) {
    try {
      return await one(mode, preference);
    } catch (error) {
      failures.push(`${mode}: ${(error as Error).message.replace(/^gpu: /, '')}`);
    }
  }
  throw new Error(
    `gpu: no GPU was found. ${failures.join('; ')}. To compute on the CPU: setBackend(await cpu()) with @kindling/backend-cpu`,
  );
}

function one(mode: Mode, preference: Preference): Promise<Ready> {
  const before = opened.get(mode);
  if (before !== undefined && !before.isLost()) return before.ready;
  const mine = mode === 'webgl2' ? openWebGL(preference) : { ready: openOnWebGPU(preference), isLost: () => false };
  opened.set(mode, mine);
  mine.ready.then(
    ({ isLost }) => {
      mine.isLost = isLost;
    },
    () => {
      // A failure is not kept: the next call tries again.
      if (opened.get(mode) === mine) opened.delete(mode);
    },
  );
  return mine.ready;
}

function openWebGL(preference: Preference): { ready: Promise<Ready>; isLost: () => boolean } {
  let gl: WebGL2RenderingContext;
  try {
    gl = openContext(preference);
  } catch (error) {
    return { ready: Promise.reject(error), isLost: () => true };
  }
  const isLost = () => gl.isContextLost();
  const open = async (): Promise<Ready> => {
    const adapter = describe(gl);
    const destroy = () => gl.getExtension('WEBGL_lose_context')?.loseContext();
    const device = new WebGLDevice(await loadGpuJs(), gl);
    return ready(device, { mode: 'webgl2', adapter, software: isSoftware(adapter), destroy }, isLost);
  };
  return { ready: open(), isLost };
}

async function openOnWebGPU(preference: Preference): Promise<Ready> {
  const { device, adapter, fallback, fromPackage } = await openWebGPU(preference);
  const own = new WebGPUDevice((await loadGpuJs()).WebGPUKernel, device);
  const kept = fromPackage ? letEnd(() => destroy()) : undefined;
  const destroy = () => {
    kept?.();
    own.destroy();
  };
  try {
    const about = { mode: 'webgpu', adapter, software: fallback || isSoftware(adapter), destroy } as const;
    return await ready(own, about, () => own.isLost);
  } catch (error) {
    destroy();
    throw error;
  }
}

async function ready(device: Device, about: About, isLost: () => boolean): Promise<Ready> {
  await check(device, about.adapter);
  const residents = new Residents(device, BUDGET);
  return { backend: new TextureBackend(device, residents, about), residents, isLost };
}

/** Has the device compute, and reads the result: drivers that round to half a float, or to nothing, end here. */
async function check(device: Device, adapter: string): Promise<void> {
  const values = new Float32Array([1, -2.5, 16777215, 1e-30]);
  const texture = device.upload(values);
  const tripled = device.run(map('op_mul', [4], 4, [denseSource(texture, [4]), 3]));
  const results = await device.read(tripled, 4);
  for (const made of [texture, tripled]) device.pool.give(made);
  for (const [i, value] of values.entries()) {
    const expected = Math.fround(value * 3);
    if (results[i] === expected) continue;
    throw new Error(`gpu: ${adapter} computes ${value} * 3 = ${results[i]}, not ${expected}`);
  }
}
