import { checkChoice, checkOptions, type Known, wrong } from '@internal/arguments';
import { type GpuBackend, TextureBackend } from './backend.js';
import { denseSource } from './buffer.js';
import { describe, openContext } from './context.js';
import { Device } from './device.js';
import { loadGpuJs } from './gpu-js.js';
import { map } from './kernels/map.js';
import { Residents } from './residents.js';

/** How {@link gpu} chooses a device. */
export interface GpuOptions {
  /** Which of GPU.js's ways to a GPU to take; by default the first that works. So far there is one. */
  readonly mode?: 'webgl2';
  /** Which GPU of several to take; `'high-performance'` unless given, and only asked when the page opens its device. */
  readonly powerPreference?: 'default' | 'high-performance' | 'low-power';
  /**
   * Bytes on the device from which on elements that were not used for longest go to memory, and come back when they are
   * used; 2^30 unless given. Later calls may change it.
   */
  readonly budget?: number;
}

const known: Known<GpuOptions> = { budget: 1, mode: 1, powerPreference: 1 };

/** As much as most devices have, and more than most programs hold. */
const BUDGET = 2 ** 30;

interface Opened {
  readonly gl: WebGL2RenderingContext;
  readonly backend: Promise<{ readonly backend: GpuBackend; readonly residents: Residents }>;
}

/** Browsers drop the oldest of more than 16 contexts, so a page has one for all. */
let opened: Opened | undefined;

/**
 * Makes a backend that computes on the GPU, through GPU.js and WebGL 2: in browsers and in their workers, also under a
 * content-security policy without `unsafe-eval`. It holds float32, int32 (exact below 2^24 in size) and bool. A page has
 * one: later calls give the same backend, unless its context was lost.
 *
 * Throws where there is no WebGL 2, as in Node.js; it never computes on the CPU instead.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { gpu } from '@kindling/backend-gpu';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await gpu().catch(() => cpu())); // the CPU where there is no GPU
 * console.log(await tensor([1, 2]).add(1).data()); // => Float32Array(2) [ 2, 3 ]
 * ```
 */
export async function gpu(options: GpuOptions = {}): Promise<GpuBackend> {
  checkOptions(RangeError, 'gpu', options, known);
  const { mode = 'webgl2', powerPreference = 'high-performance', budget } = options;
  checkChoice(RangeError, 'gpu', 'mode', mode, ['webgl2']);
  checkChoice(RangeError, 'gpu', 'powerPreference', powerPreference, ['default', 'high-performance', 'low-power']);
  if (budget !== undefined && !(typeof budget === 'number' && budget >= 0))
    wrong(RangeError, 'gpu', 'budget', 'a number of bytes', budget);
  if (opened === undefined || opened.gl.isContextLost()) {
    const gl = openContext(powerPreference);
    const backend = open(gl);
    const mine: Opened = { gl, backend };
    opened = mine;
    // A failure is not kept: the next call tries again.
    backend.catch(() => {
      if (opened === mine) opened = undefined;
    });
  }
  const { backend, residents } = await opened.backend;
  if (budget !== undefined) residents.budget = budget;
  return backend;
}

async function open(gl: WebGL2RenderingContext) {
  const device = new Device(await loadGpuJs(), gl);
  await check(device);
  const residents = new Residents(device, BUDGET);
  return { backend: new TextureBackend(device, residents, describe(gl)), residents };
}

/** Has the device compute, and reads the result: drivers that round to half a float, or to nothing, end here. */
async function check(device: Device): Promise<void> {
  const values = new Float32Array([1, -2.5, 16777215, 1e-30]);
  const texture = device.upload(values);
  const tripled = device.run(map('op_mul', [4], 4, [denseSource(texture, [4]), 3]));
  const results = await device.read(tripled, 4);
  for (const made of [texture, tripled]) device.pool.give(made);
  for (const [i, value] of values.entries()) {
    const expected = Math.fround(value * 3);
    if (results[i] === expected) continue;
    throw new Error(`gpu: ${describe(device.gl)} computes ${value} * 3 = ${results[i]}, not ${expected}`);
  }
}
