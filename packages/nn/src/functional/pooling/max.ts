import {
  argmax,
  defineOp,
  fromBuffer,
  indexSelect,
  isGradEnabled,
  max,
  reshape,
  scatterAdd,
  type Tensor,
  tensor,
  zeros,
} from '@kindling/tensor-core';
import { type Spans, sizeOf } from '@kindling/tensor-core/internal';
import { type Columns, reduceColumns, windowsOf } from './columns.js';

interface Args {
  readonly rows: Spans;
  readonly columns: Spans;
  /** Where the chosen elements are; `forward` leaves them here. */
  indices?: Tensor;
}

/** The operation of backends that have a kernel for it, under PyTorch's name. */
const op = /* @__PURE__ */ defineOp<Args>({
  name: 'maxPool2DWithIndices',
  forward([x], args) {
    const { rows, columns } = args;
    const shape = [...x!.shape.slice(0, 2), rows.starts.length, columns.starts.length];
    const { values, indices } = x!.backend.fused!.maxPool2d!(x!, rows, columns);
    args.indices = fromBuffer(indices, shape);
    return fromBuffer(values, shape);
  },
  backward: [
    (g, { inputs, args }) => {
      const { shape } = inputs[0]!;
      const indices = args.indices!;
      const fused = isGradEnabled() ? undefined : g.backend.fused?.maxPool2dBackward;
      if (fused) return fromBuffer(fused(g, indices, shape), shape);
      const [n, c, h, w] = shape as readonly [number, number, number, number];
      const images = zeros([n * c, h * w], { dtype: g.dtype, backend: g.backend });
      const flat = (x: Tensor): Tensor => reshape(x, [n * c, sizeOf(x.shape.slice(2))]);
      return reshape(scatterAdd(images, 1, flat(indices), flat(g)), shape);
    },
  ],
});

/** The largest elements of windows, and, when they are asked for, where in their channels these are. */
export interface Largest {
  readonly values: Tensor;
  indices(): Tensor;
}

/**
 * The largest element of each window.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param composed - the windows, for backends without a kernel.
 */
export function largestOf(x: Tensor, rows: Spans, columns: Spans, composed: () => Columns): Largest {
  const shape = [...x.shape.slice(0, -2), rows.starts.length, columns.starts.length];
  if (x.backend.fused?.maxPool2d !== undefined) {
    const args: Args = { rows, columns };
    const values = op([x.ndim === 4 ? x : reshape(x, [1, ...x.shape])], args);
    return { values: reshape(values, shape), indices: () => reshape(args.indices!, shape) };
  }
  const values = reduceColumns(composed(), (part) => max(part, 1).values);
  return { values: reshape(values, shape), indices: () => reshape(positionsOf(x, rows, columns), shape) };
}

/** The positions of the largest elements, [planes, windows], window by window. */
function positionsOf(x: Tensor, rows: Spans, columns: Spans): Tensor {
  const w = x.shape.at(-1)!;
  const along = ({ starts, ends, step }: Spans): number[][] =>
    starts.map((start, i) => Array.from({ length: Math.ceil((ends[i]! - start) / step) }, (_, k) => start + k * step));
  const across = along(columns);
  const places = along(rows).flatMap((ys) => across.map((zs) => ys.flatMap((y) => zs.map((z) => y * w + z))));
  return reduceColumns(windowsOf(x, rows, columns), (part, i) =>
    indexSelect(tensor(places[i]!, { dtype: 'int32', backend: x.backend }), 0, argmax(part, 1)),
  );
}
