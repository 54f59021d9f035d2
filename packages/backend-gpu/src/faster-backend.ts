import { wrong } from '@internal/arguments';
import { type Backend, type Buffer, rowMajorStrides, type View } from '@kindling/tensor-core/backend';
import type { GpuBackend } from './backend.js';
import { gpu } from './gpu.js';

/** The size of a layer of weights, and of what goes through it at once. */
export interface LayerSize {
  /** The rows of a batch; for a convolution times the windows of an image. */
  readonly rows: number;
  /** The elements of a row; for a convolution those of a window. */
  readonly inputs: number;
  readonly outputs: number;
}

/** Which of two backends {@link fasterBackend} chose. */
export interface FasterBackend {
  readonly backend: Backend;
  /** Why, in words for a person. */
  readonly reason: string;
  /** Milliseconds that the layers took on each, where both were measured. */
  readonly milliseconds: { readonly host: number; readonly gpu: number } | null;
}

/** Milliseconds for which each is measured. */
const BUDGET = 150;

const ROUNDS = 3;

/**
 * Chooses between a backend and the GPU by measuring both at the sizes of a network: products as a training step makes them,
 * forward and backward, a kernel for each. A GPU that is a program on the CPU is not measured, as it takes the CPU's own time.
 *
 * @param host - what computes where no GPU is faster, such as `await cpu()`.
 * @param layers - the sizes of the network's layers.
 * @param open - makes the other backend, `gpu()` unless given; where it throws, its message is the reason.
 * @throws `RangeError` for no layers.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { fasterBackend } from '@kindling/backend-gpu';
 * import { setBackend } from '@kindling/tensor-core';
 * const { backend, reason } = await fasterBackend(await cpu(), [{ rows: 32, inputs: 60, outputs: 180 }]);
 * setBackend(backend);
 * console.log(backend.name, typeof reason); // => cpu string
 * ```
 */
export async function fasterBackend(
  host: Backend,
  layers: readonly LayerSize[],
  open: () => Promise<GpuBackend> = gpu,
): Promise<FasterBackend> {
  if (typeof host?.upload !== 'function')
    wrong(TypeError, 'fasterBackend', 'the host', 'a backend, as of await cpu()', host);
  const sized =
    Array.isArray(layers) &&
    layers.every((layer) => [layer?.rows, layer?.inputs, layer?.outputs].every(Number.isFinite));
  if (!sized) wrong(TypeError, 'fasterBackend', 'the layers', 'an array of sizes', layers);
  if (typeof open !== 'function') wrong(TypeError, 'fasterBackend', 'open', 'a function', open);
  if (layers.length === 0) throw new RangeError('fasterBackend: there are no layers to measure');
  let device: GpuBackend;
  try {
    device = await open();
  } catch (error) {
    return { backend: host, reason: (error as Error).message, milliseconds: null };
  }
  const { software, adapter } = device.info;
  if (software) {
    const reason = `${adapter} is a program that does on the CPU what a GPU would`;
    return { backend: host, reason, milliseconds: null };
  }
  // In turns, so that what else goes on disturbs both alike.
  const steps = [new Step(host, layers), new Step(device, layers)] as const;
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, step] of steps.entries()) best[i] = Math.min(best[i]!, await step.time(BUDGET / ROUNDS));
  }
  for (const step of steps) step.release();
  const [ofHost, ofDevice] = best;
  const times = [ofHost, ofDevice].map((milliseconds) => `${milliseconds.toPrecision(2)} ms`);
  return {
    backend: ofDevice < ofHost ? device : host,
    reason: `layers of these sizes take ${times[1]} on ${adapter} and ${times[0]} on ${host.name}`,
    milliseconds: { host: ofHost, gpu: ofDevice },
  };
}

function viewOf(buffer: Buffer, shape: readonly number[]): View {
  const [offset, count] = [0, buffer.size];
  return { buffer, dtype: 'float32', shape, strides: rowMajorStrides(shape), offset, count, dense: true };
}

const turned = (x: View): View => ({
  ...x,
  shape: x.shape.toReversed(),
  strides: x.strides.toReversed(),
  dense: false,
});

/** The products of a training step on a backend. */
class Step {
  private readonly layers: readonly (readonly [x: View, weight: View, grad: View])[];
  private readonly one: View;
  private warm = false;

  constructor(
    private readonly backend: Backend,
    layers: readonly LayerSize[],
  ) {
    // Zeros would go through processors faster than what networks hold.
    const filled = (...shape: [number, number]): View => {
      const values = Float32Array.from({ length: shape[0] * shape[1] }, (_, i) => ((i * 7919) % 1013) / 1013 - 0.5);
      return viewOf(backend.upload(values, 'float32'), shape);
    };
    this.layers = layers.map(({ rows, inputs, outputs }) => [
      filled(rows, inputs),
      filled(inputs, outputs),
      filled(rows, outputs),
    ]);
    this.one = viewOf(backend.fill(1, 0, 'float32'), [1]);
  }

  /** Milliseconds a step, of so many that they take as long as the budget. */
  async time(budget: number): Promise<number> {
    if (!this.warm) await this.take(1);
    this.warm = true;
    let count = 1;
    for (;;) {
      const took = await this.take(count);
      if (took >= budget / 2 || count >= 4096) return took / count;
      count *= 2;
    }
  }

  release(): void {
    for (const { buffer } of [...this.layers.flat(), this.one]) this.backend.release(buffer);
  }

  private async take(count: number): Promise<number> {
    const { backend } = this;
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      for (const [x, weight, grad] of this.layers) {
        const made = [
          backend.matmul(x, weight),
          backend.matmul(grad, turned(weight)),
          backend.matmul(turned(x), grad),
          backend.binary('sub', weight, 1e-3),
        ];
        for (const buffer of made) backend.release(buffer);
      }
    }
    await backend.read(this.one);
    return performance.now() - start;
  }
}
