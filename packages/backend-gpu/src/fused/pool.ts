import {
  type Buffer,
  type FusedKernels,
  type Shape,
  type Spans,
  sizeOf,
  type View,
  type WeightedSpans,
} from '@kindling/tensor-core/backend';
import { denseSource, sourceOf } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import { average, largest, poolGradient, type Table } from '../kernels/pool.js';
import { type Apart, largestApart, largestApartGradient } from '../kernels/pool-apart.js';
import type { Source } from '../kernels/program.js';
import { scatterRows } from '../scatter.js';
import type { Host } from './host.js';

type Kernels = Pick<FusedKernels, 'avgPool2d' | 'avgPool2dBackward' | 'maxPool2d' | 'maxPool2dBackward'>;

/** Tables of this many windows are kept, as a network asks for the same again and again. */
const KEPT = 64;

/** The numbers of a {@link Table}. */
function tableOf(spans: Spans & Partial<WeightedSpans>, size: number): Float32Array {
  const { starts, ends, weights } = spans;
  const windows = starts.length;
  const values = new Float32Array(windows * 3 + size * 2);
  const first = new Array<number>(size).fill(windows);
  const behind = new Array<number>(size).fill(0);
  for (let i = 0; i < windows; i++) {
    values.set([starts[i]!, ends[i]!, weights?.[i] ?? 1], i * 3);
    for (let at = starts[i]!; at < ends[i]!; at++) {
      first[at] = Math.min(first[at]!, i);
      behind[at] = i + 1;
    }
  }
  for (let at = 0; at < size; at++) values.set([first[at]!, behind[at]!], windows * 3 + at * 2);
  return values;
}

/** Spans as windows apart from each other, where they are. */
function apart({ starts, ends, step }: Spans): Apart | null {
  const length = ends[0]! - starts[0]!;
  const stride = starts.length === 1 ? length : starts[1]! - starts[0]!;
  const all = starts.every((start, i) => start === i * stride && ends[i] === start + length);
  return all && step === 1 && stride >= length ? { windows: starts.length, length, stride } : null;
}

/** Pooling and its gradients. */
export function pools(host: Host): Kernels {
  const { device } = host;
  const tables = new Map<string, Table>();
  /** The spans whose largest elements indices are of. */
  const spansOf = new WeakMap<Buffer, readonly [rows: Spans, columns: Spans]>();

  const table = (spans: Spans & Partial<WeightedSpans>, size: number): Table => {
    const key = `${spans.starts}|${spans.ends}|${spans.weights}|${size}`;
    let found = tables.get(key);
    if (found === undefined) {
      found = { texture: device.upload(tableOf(spans, size)), windows: spans.starts.length, step: spans.step };
    }
    // Last in the order of the map: what was used longest ago goes first.
    tables.delete(key);
    tables.set(key, found);
    if (tables.size > KEPT) {
      const [oldest, { texture }] = tables.entries().next().value!;
      tables.delete(oldest);
      device.pool.give(texture);
    }
    return found;
  };

  /** Runs with a view as a row-major source, a copy where it is none. */
  const withRows = <T>(view: View, run: (source: Source) => T): T => {
    if (view.dense) return run(sourceOf(view));
    const texture = host.copy(view);
    const result = run(denseSource(texture, view.shape));
    device.pool.give(texture);
    return result;
  };

  const tablesFor = (shape: Shape, rows: Spans, columns: Spans) =>
    [table(rows, shape[2]!), table(columns, shape[3]!)] as const;

  return {
    maxPool2d(x, rows, columns) {
      const size = x.shape[0]! * x.shape[1]! * rows.starts.length * columns.starts.length;
      if (size === 0) return { values: host.wrap(x.dtype, 0, null), indices: host.wrap('int32', 0, null) };
      const [down, across] = [apart(rows), apart(columns)];
      const [values, indices] = withRows(x, (source) =>
        device.runAll(
          down !== null && across !== null
            ? largestApart(source, down, across)
            : largest(source, ...tablesFor(x.shape, rows, columns)),
        ),
      ) as [Texture, Texture];
      const made = { values: host.wrap(x.dtype, size, values), indices: host.wrap('int32', size, indices) };
      spansOf.set(made.indices, [rows, columns]);
      return made;
    },
    maxPool2dBackward(grad, indices, shape) {
      const size = sizeOf(shape);
      if (size === 0) return host.wrap(grad.dtype, 0, null);
      if (grad.count === 0) return host.fill(size, 0, grad.dtype);
      const spans = spansOf.get(indices.buffer);
      const places = sourceOf(indices);
      const texture = withRows(grad, (above) => {
        if (spans === undefined || !indices.dense) return scattered(host, above, indices, shape);
        const [down, across] = spans.map(apart);
        return device.run(
          down && across
            ? largestApartGradient(above, places, shape, down, across)
            : poolGradient(above, places, shape, ...tablesFor(shape, ...spans)),
        );
      });
      return host.wrap(grad.dtype, size, texture);
    },
    avgPool2d(x, rows, columns) {
      const size = x.shape[0]! * x.shape[1]! * rows.starts.length * columns.starts.length;
      if (size === 0) return host.wrap(x.dtype, 0, null);
      const both = tablesFor(x.shape, rows, columns);
      return host.wrap(
        x.dtype,
        size,
        withRows(x, (source) => device.run(average(source, ...both))),
      );
    },
    avgPool2dBackward(grad, rows, columns, shape) {
      const size = sizeOf(shape);
      if (size === 0) return host.wrap(grad.dtype, 0, null);
      if (grad.count === 0) return host.fill(size, 0, grad.dtype);
      const both = tablesFor(shape, rows, columns);
      return host.wrap(
        grad.dtype,
        size,
        withRows(grad, (above) => device.run(poolGradient(above, null, shape, ...both))),
      );
    },
  };
}

/** Gradients added up where indices of which nothing is known say. */
function scattered(host: Host, grad: Source, indices: View, shape: Shape): Texture {
  const { device } = host;
  const planes = shape[0]! * shape[1]!;
  const zero = device.upload(new Float32Array(1));
  const image = { texture: zero, shape: [planes, shape[2]! * shape[3]!], strides: [0, 0], offset: 0 };
  const flat = [planes, indices.count / planes];
  const places = host.copy(indices);
  const source = { ...grad, shape: flat, strides: [flat[1]!, 1] };
  const result = scatterRows(device, image, 1, denseSource(places, flat), source, 'op_add');
  for (const texture of [zero, places]) device.pool.give(texture);
  return result;
}
