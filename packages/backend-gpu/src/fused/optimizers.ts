import type { FusedKernels, View } from '@kindling/tensor-core/backend';
import type { GpuBuffer } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import type { Call } from '../kernels/program.js';
import { adamStep, sgdStep } from '../kernels/step.js';
import { isWhole, join, layOut } from './arena.js';
import type { Host } from './host.js';

/** Parameters up to this size step together: moving their gradients to one place costs less than a kernel each. */
const SMALL = 2 ** 16;

/** Lists of views: the parameters, their gradients, and what is remembered of them. All but the gradients change. */
type Lists = readonly (readonly View[])[];

/** The kernel of a step, which has a result for each list that changes. */
type Kernel = (size: number, lists: readonly Texture[]) => Call;

/** Steps of all parameters: of the small ones at once, of others one by one. */
export function optimizers(host: Host): Pick<FusedKernels, 'adam' | 'sgd'> {
  return {
    sgd({ params, grads, momentumBuffers, ...numbers }) {
      const lists = numbers.momentum === 0 ? [params, grads] : [params, grads, momentumBuffers];
      step(host, lists, (size, [p, g, m]) => sgdStep(size, p!, g!, m ?? null, numbers));
    },
    adam({ params, grads, expAvg, expAvgSq, maxExpAvgSq, ...numbers }) {
      const lists = [params, grads, expAvg, expAvgSq, ...(maxExpAvgSq.length > 0 ? [maxExpAvgSq] : [])];
      step(host, lists, (size, [p, g, m, v, most]) => adamStep(size, p!, g!, m!, v!, most ?? null, numbers));
    },
  };
}

function step(host: Host, lists: Lists, kernel: Kernel): void {
  const small: number[] = [];
  for (const [i, { count }] of lists[0]!.entries()) {
    if (count > SMALL) stepSome(host, lists, [i], kernel);
    else if (count > 0) small.push(i);
  }
  if (small.length > 0) stepSome(host, lists, small, kernel);
}

function stepSome(host: Host, lists: Lists, indices: readonly number[], kernel: Kernel): void {
  const { device } = host;
  const some = lists.map((list) => indices.map((i) => list[i]!));
  const { starts, size } = layOut(some[0]!);
  const passing: Texture[] = [];
  const textures = some.map((views) => join(host, views, passing));
  const made = device.runAll(kernel(size, textures));
  for (const texture of passing) device.pool.give(texture);
  const changing = some.filter((_, k) => k !== 1);
  for (const [k, views] of changing.entries()) replace(host, views, made[k]!, starts);
}

/** Gives views the elements of a texture, each from its start on. */
function replace(host: Host, views: readonly View[], texture: Texture, starts: readonly number[]): void {
  // First all that needs the texture as it is, as sharing it ends with the last that has it.
  for (const [i, view] of views.entries()) if (!isWhole(view)) host.assign(view, texture, starts[i]!);
  const whole = views.map((_, i) => i).filter((i) => isWhole(views[i]!));
  if (whole.length === 0) {
    host.device.pool.give(texture);
    return;
  }
  const shared = host.share(texture);
  for (const i of whole) (views[i]!.buffer as GpuBuffer).become(shared, starts[i]!);
}
