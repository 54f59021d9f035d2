import type { FusedKernels, View } from '@kindling/tensor-core/backend';
import { denseSource, sourceOf } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import { map } from '../kernels/map.js';
import type { Source } from '../kernels/program.js';
import { SHORT_ROW, softmaxShort } from '../kernels/softmax.js';
import { reduceRows } from '../passes.js';
import type { Host } from './host.js';

/** Softmax and its logarithm along the last dimension. */
export function softmaxes(host: Host): Pick<FusedKernels, 'logSoftmax' | 'softmax'> {
  const run = (x: View, log: boolean) => {
    const source = sourceOf(x);
    const short = x.shape.length === 0 || x.shape.at(-1)! <= SHORT_ROW;
    const row = x.shape.length === 0 ? { ...source, shape: [1], strides: [1] } : source;
    return host.wrap(x.dtype, x.count, short ? host.device.run(softmaxShort(row, log)) : inPasses(host, source, log));
  };
  return { softmax: (x) => run(x, false), logSoftmax: (x) => run(x, true) };
}

/** As the composition: what is the same along a row is made once for it. */
function inPasses({ device }: Host, x: Source, log: boolean): Texture {
  const { shape } = x;
  const keep = shape.length - 1;
  const size = shape.reduce((count, n) => count * n, 1);
  const rows = size / shape[keep]!;
  const passing: Texture[] = [];
  const made = (texture: Texture): Source => {
    passing.push(texture);
    return denseSource(texture, shape);
  };
  const perRow = (texture: Texture): Source => {
    const source = made(texture);
    return { ...source, strides: source.strides.map((stride, d) => (d === keep ? 0 : stride / shape[keep]!)) };
  };
  const most = perRow(reduceRows(device, 'max', 'float32', x, keep));
  const shifted = made(device.run(map('op_sub', shape, size, [x, most])));
  const powers = made(device.run(map('op_exp', shape, size, [shifted])));
  const total = perRow(reduceRows(device, 'sum', 'float32', powers, keep));
  let result: Texture;
  if (log) {
    const subtracted = {
      ...total,
      texture: device.run(map('op_log', [rows], rows, [denseSource(total.texture, [rows])])),
    };
    passing.push(subtracted.texture);
    result = device.run(map('op_sub', shape, size, [shifted, subtracted]));
  } else {
    result = device.run(map('op_div', shape, size, [powers, total]));
  }
  for (const texture of passing) device.pool.give(texture);
  return result;
}
