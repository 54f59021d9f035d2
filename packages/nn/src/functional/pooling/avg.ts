import {
  DTypeError,
  defineOp,
  fromBuffer,
  isFloating,
  mul,
  type Op,
  reshape,
  sum,
  type Tensor,
  tensor,
} from '@kindling/tensor-core';
import type { WeightedSpans } from '@kindling/tensor-core/internal';
import { type Columns, reduceColumns } from './columns.js';

interface Args {
  readonly rows: WeightedSpans;
  readonly columns: WeightedSpans;
}

/** The operation of backends that have kernels for both ways; each is the other's gradient. */
const op: Op<Args> = /* @__PURE__ */ defineOp<Args>({
  name: 'avgPool2D',
  forward([x], { rows, columns }) {
    const shape = [...x!.shape.slice(0, 2), rows.starts.length, columns.starts.length];
    return fromBuffer(x!.backend.fused!.avgPool2d!(x!, rows, columns), shape);
  },
  backward: [(g, { inputs, args }) => back([g], { ...args, shape: inputs[0]!.shape })],
});

const back: Op<Args & { readonly shape: readonly number[] }> = /* @__PURE__ */ defineOp<
  Args & { readonly shape: readonly number[] }
>({
  name: 'avgPool2DBackward',
  forward: ([g], { rows, columns, shape }) =>
    fromBuffer(g!.backend.fused!.avgPool2dBackward!(g!, rows, columns, shape), shape),
  backward: [(g, { args }) => op([g], args)],
});

/**
 * The weighted sum of each window.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param composed - the windows, for backends without a kernel.
 */
export function averageOf(
  name: string,
  x: Tensor,
  rows: WeightedSpans,
  columns: WeightedSpans,
  composed: () => Columns,
): Tensor {
  if (!isFloating(x.dtype)) throw new DTypeError(`${name}: ${x.dtype} has no mean; convert with float()`);
  const shape = [...x.shape.slice(0, -2), rows.starts.length, columns.starts.length];
  const { fused } = x.backend;
  if (fused?.avgPool2d !== undefined && fused.avgPool2dBackward !== undefined) {
    return reshape(op([x.ndim === 4 ? x : reshape(x, [1, ...x.shape])], { rows, columns }), shape);
  }
  const sums = reshape(
    reduceColumns(composed(), (part) => sum(part, 1)),
    shape,
  );
  const { backend, dtype } = x;
  const weights = rows.weights.flatMap((row) => columns.weights.map((column) => row * column));
  if (weights.every((weight) => weight === weights[0])) return mul(sums, weights[0]!);
  return mul(sums, tensor(weights, { backend, dtype }).reshape(shape.slice(-2)));
}
