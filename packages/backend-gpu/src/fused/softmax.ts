import { type FusedKernels, sizeOf, type View } from '@kindling/tensor-core/backend';
import { denseSource, sourceOf } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import { map } from '../kernels/map.js';
import type { Source } from '../kernels/program.js';
import { SHORT_ROW, softmaxGradientShort, softmaxShort } from '../kernels/softmax.js';
import { reduceRows } from '../passes.js';
import type { Host } from './host.js';

/** Softmax and its logarithm along the last dimension. */
export function softmaxes(host: Host): Pick<FusedKernels, 'logSoftmax' | 'softmax' | 'softmaxBackward'> {
  const run = (x: View, log: boolean) => {
    const source = rowsOf(x);
    const short = source.shape.at(-1)! <= SHORT_ROW;
    return host.wrap(
      x.dtype,
      x.count,
      short ? host.device.run(softmaxShort(source, log)) : inPasses(host, source, log),
    );
  };
  return {
    softmax: (x) => run(x, false),
    logSoftmax: (x) => run(x, true),
    softmaxBackward(grad, y, log) {
      if (y.count === 0) return host.wrap(y.dtype, 0, null);
      const operands = [rowsOf(grad), rowsOf(y)] as const;
      const short = operands[1].shape.at(-1)! <= SHORT_ROW;
      const made = short
        ? host.device.run(softmaxGradientShort(...operands, log))
        : gradientInPasses(host, ...operands, log);
      return host.wrap(y.dtype, y.count, made);
    },
  };
}

/** A view as rows; a scalar is one of one element. */
function rowsOf(view: View): Source {
  return view.shape.length === 0 ? { ...sourceOf(view), shape: [1], strides: [1] } : sourceOf(view);
}

function gradientInPasses({ device }: Host, grad: Source, y: Source, log: boolean): Texture {
  const { shape } = y;
  const keep = shape.length - 1;
  const size = sizeOf(shape);
  const product = log ? null : device.run(map('op_mul', shape, size, [grad, y]));
  const total = reduceRows(device, 'sum', 'float32', product === null ? grad : denseSource(product, shape), keep);
  const result = device.run(
    map(log ? 'logSoftmaxSlope' : 'softmaxSlope', shape, size, [grad, y, perRow(total, shape)]),
  );
  for (const texture of product === null ? [total] : [product, total]) device.pool.give(texture);
  return result;
}

/** One element for each row, as many times as the row is long. */
function perRow(texture: Texture, shape: readonly number[]): Source {
  const length = shape.at(-1)!;
  const { strides, ...source } = denseSource(texture, shape);
  return { ...source, strides: [...strides.slice(0, -1).map((stride) => stride / length), 0] };
}

/** As the composition: what is the same along a row is made once for it. */
function inPasses({ device }: Host, x: Source, log: boolean): Texture {
  const { shape } = x;
  const keep = shape.length - 1;
  const size = sizeOf(shape);
  const rows = size / shape[keep]!;
  const passing: Texture[] = [];
  const made = (texture: Texture): Source => {
    passing.push(texture);
    return denseSource(texture, shape);
  };
  const eachRow = (texture: Texture): Source => perRow(made(texture).texture, shape);
  const most = eachRow(reduceRows(device, 'max', 'float32', x, keep));
  const shifted = made(device.run(map('op_sub', shape, size, [x, most])));
  const powers = made(device.run(map('op_exp', shape, size, [shifted])));
  const total = eachRow(reduceRows(device, 'sum', 'float32', powers, keep));
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
