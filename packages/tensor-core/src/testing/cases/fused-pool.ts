import type { WeightedSpans } from '../../backend.js';
import { flatten } from '../../ops/flatten.js';
import { gather } from '../../ops/gather.js';
import { reshape } from '../../ops/reshape.js';
import { stack } from '../../ops/stack.js';
import { type Shape, sizeOf } from '../../shape.js';
import { type Tensor, wrap } from '../../tensor.js';
import { type FusedCall, result } from './fused-call.js';

type PoolKernel = 'maxPool2d' | 'maxPool2dBackward' | 'avgPool2d' | 'avgPool2dBackward';

/** Windows of `kernel` elements, cut at the ends of `size` elements. */
function slide(size: number, kernel: number, stride: number, count: number, from = 0, step = 1): WeightedSpans {
  const starts = Array.from({ length: count }, (_, i) => from + i * stride);
  const ends = starts.map((start) => Math.min(size, start + (kernel - 1) * step + 1));
  const inside = starts.map((start) => (start < 0 ? start + step * Math.ceil(-start / step) : start));
  return { starts: inside, ends, step, weights: starts.map((_, i) => 1 / (kernel + i)) };
}

/** As many windows as are wanted, which differ in size by one. */
function divide(size: number, count: number): WeightedSpans {
  const starts = Array.from({ length: count }, (_, i) => Math.floor((i * size) / count));
  const ends = starts.map((_, i) => Math.ceil(((i + 1) * size) / count));
  return { starts, ends, step: 1, weights: starts.map((start, i) => 1 / (ends[i]! - start)) };
}

/** Images as [planes, h * w]. */
const flat = (x: Tensor): Tensor => reshape(x, [x.shape[0]! * x.shape[1]!, sizeOf(x.shape.slice(2))]);

/** What one way to slide asks of each kernel. */
function pool(image: Shape, rows: WeightedSpans, columns: WeightedSpans) {
  const [n, c, , w] = image as readonly [number, number, number, number];
  const output = [n, c, rows.starts.length, columns.starts.length];
  const label = `[${image}] in [${output}], ${JSON.stringify([rows.starts, rows.step, columns.ends, columns.step])}`;
  /** Each window of images, [n, c, its elements]. */
  const windows = (x: Tensor): Tensor[] =>
    rows.starts.flatMap((top, i) => {
      const band = x.slice(2, top, rows.ends[i]!, rows.step);
      return columns.starts.map((left, j) => flatten(band.slice(3, left, columns.ends[j]!, columns.step), 2));
    });
  const weights = rows.weights.flatMap((row) => columns.weights.map((column) => row * column));
  const averages = (x: Tensor): Tensor =>
    stack(
      windows(x).map((window, i) => window.sum(2).mul(weights[i]!)),
      2,
    ).reshape(output);
  const area = sizeOf(image.slice(2));
  const zeros = (like: Tensor): Tensor => wrap(like.backend.fill(sizeOf(image), 0, like.dtype), image);
  /** Some place in each window. */
  const positions = Array.from({ length: sizeOf(output) }, (_, at) => {
    const [i, j] = [Math.floor(at / output[3]!) % output[2]!, at % output[3]!];
    const last = columns.ends[j]! - 1 - ((columns.ends[j]! - 1 - columns.starts[j]!) % columns.step);
    return rows.starts[i]! * w + (at % 3 === 0 ? last : columns.starts[j]!);
  });
  const calls: { readonly [Name in PoolKernel]: FusedCall } = {
    maxPool2d: {
      label,
      // Some are equal, of which the first counts.
      inputs: [{ shape: image, whole: true }],
      kind: 'moves',
      fused(kernels, [x]) {
        const { values, indices } = kernels.maxPool2d(x!, rows, columns);
        const places = wrap(indices, output);
        return [wrap(values, output), gather(flat(x!), 1, flat(places)), places];
      },
      composed([x]) {
        const parts = windows(x!);
        const values = stack(
          parts.map((window) => window.max(2).values),
          2,
        ).reshape(output);
        const own = wrap(
          x!.backend.upload(
            Int32Array.from({ length: area }, (_, i) => i),
            'int32',
          ),
          [1, 1, ...image.slice(2)],
        );
        const places = windows(own.expand(image)).map((window, i) =>
          gather(window, 2, parts[i]!.argmax(2, { keepdim: true })),
        );
        return [values, flat(values), stack(places, 2).reshape(output)];
      },
    },
    maxPool2dBackward: {
      label,
      inputs: [{ shape: output }, { shape: output, dtype: 'int32', values: positions }],
      fused: (kernels, [g, indices]) => result(kernels.maxPool2dBackward(g!, indices!, image), image),
      composed: ([g, indices]) => [flat(zeros(g!)).scatterAdd(1, flat(indices!), flat(g!)).reshape(image)],
    },
    avgPool2d: {
      label,
      inputs: [{ shape: image, range: [-1, 3] }],
      fused: (kernels, [x]) => result(kernels.avgPool2d(x!, rows, columns), output),
      composed: ([x]) => [averages(x!)],
    },
    avgPool2dBackward: {
      label,
      inputs: [{ shape: output, range: [-1, 3] }],
      fused: (kernels, [g]) => result(kernels.avgPool2dBackward(g!, rows, columns, image), image),
      composed([g]) {
        const leaf = zeros(g!).requiresGrad_();
        averages(leaf).mul(g!).sum().backward();
        return [leaf.grad!];
      },
    },
  };
  return calls;
}

const pools = [
  pool([1, 1, 1, 1], slide(1, 1, 1, 1), slide(1, 1, 1, 1)),
  // Windows beside each other, with and without a rest, and in every length of a row.
  ...[2, 3, 7, 8, 9, 13, 26].map((w) => pool([2, 3, 6, w], slide(6, 2, 2, 3), slide(w, 2, 2, Math.floor(w / 2)))),
  pool([1, 2, 7, 9], slide(7, 2, 2, 4), slide(9, 2, 2, 5)),
  // Overlapping ones, some of which hang over the edges; dilated ones; ones with gaps.
  pool([2, 2, 5, 6], slide(5, 3, 2, 3, -1), slide(6, 3, 2, 3, -1)),
  pool([1, 3, 7, 8], slide(7, 3, 1, 4, -1, 2), slide(8, 2, 1, 5, 0, 3)),
  pool([1, 2, 9, 11], slide(9, 2, 4, 2), slide(11, 1, 3, 4)),
  pool([1, 2, 8, 12], slide(8, 2, 3, 2), slide(12, 2, 3, 4)),
  pool([2, 1, 3, 16], slide(3, 1, 1, 3), slide(16, 4, 4, 4)),
  pool([0, 2, 4, 4], slide(4, 2, 2, 2), slide(4, 2, 2, 2)),
  // As many as are wanted.
  pool([2, 3, 7, 5], divide(7, 3), divide(5, 2)),
  pool([2, 3, 5, 6], divide(5, 1), divide(6, 1)),
  pool([1, 2, 3, 2], divide(3, 5), divide(2, 4)),
  pool([2, 3, 26, 26], slide(26, 2, 2, 13), slide(26, 2, 2, 13)),
  pool([2, 150, 10, 14], slide(10, 3, 2, 5, -1), slide(14, 3, 2, 7, -1)),
];

/** What the kernels of pooling have to agree with. */
export const poolKernels: { readonly [Name in PoolKernel]: readonly FusedCall[] } = {
  maxPool2d: pools.map((one) => one.maxPool2d),
  maxPool2dBackward: pools.map((one) => one.maxPool2dBackward),
  avgPool2d: pools.map((one) => one.avgPool2d),
  avgPool2dBackward: pools.map((one) => one.avgPool2dBackward),
};
