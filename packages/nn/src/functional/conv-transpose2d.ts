import type { Known } from '@internal/arguments';
import {
  ArgumentError,
  add,
  conv2d,
  DTypeError,
  defineOp,
  type NumberOrPair,
  narrow,
  pad,
  reshape,
  ShapeError,
  squeeze,
  type Tensor,
  unsqueeze,
} from '@kindling/tensor-core';
import {
  filtersFrom,
  formatShape,
  imagesFrom,
  kernelsFor,
  windowsOf,
  wrongShape,
} from '@kindling/tensor-core/internal';
import { aPair, checkFloats, checkGroups, checkNames, checkTensor, checkWeights } from '../checks.js';

/** What {@link convTranspose2d} may be told. */
export interface ConvTranspose2dOptions {
  /** From one window of the result to the next; default 1. */
  stride?: NumberOrPair;
  /** How much is cut off the result on either side; default 0. */
  padding?: NumberOrPair;
  /** How much is added to the size of the result at its end, less than the stride or the dilation; default 0. */
  outputPadding?: NumberOrPair;
  /** From one element of a window to the next; default 1. */
  dilation?: NumberOrPair;
  /** Into how many groups the channels are divided, each with outputs of its own; default 1. */
  groups?: number;
}

interface Args {
  readonly windows: ReturnType<typeof windowsOf>;
  readonly groups: number;
  /** The shape of the result. */
  readonly shape: readonly [number, number, number, number];
}

/** What a convolution with the same weight gives its input as gradient. */
const op = /* @__PURE__ */ defineOp<Args>({
  name: 'convolution',
  forward: ([x, weight], args) => imagesFrom(x!, weight!, args, args.shape, kernelsFor(x!)),
  backward: [
    (g, { b, args: { windows, groups } }) => {
      const { stride, padding, dilation } = windows;
      return conv2d(g, b, null, { stride, padding, dilation, groups });
    },
    (g, { a, inputs, args }) => filtersFrom(a, g, args, inputs[1]!.shape),
  ],
});

/** The windows and sizes of a result of which nothing is cut off. */
function wholeResult({ shape }: Tensor, windows: Args['windows']): Pick<Args, 'windows'> & { sizes: [number, number] } {
  const { stride, dilation, kernel } = windows;
  const size = (d: 0 | 1): number => (shape[d + 2]! - 1) * stride[d] + dilation[d] * (kernel[d] - 1) + 1;
  return { windows: { ...windows, padding: [0, 0] }, sizes: [size(0), size(1)] };
}

/** `size` elements along a dimension, with zeros behind what is there. */
function cut(x: Tensor, dim: number, start: number, size: number): Tensor {
  const missing = Math.max(0, start + size - x.shape[dim]!);
  const around = dim === 3 ? [0, missing] : [0, 0, 0, missing];
  return narrow(missing === 0 ? x : pad(x, around), dim, start, size);
}

const known: Known<ConvTranspose2dOptions> = {
  stride: 1,
  padding: 1,
  outputPadding: aPair,
  dilation: 1,
  groups: 'number',
};

/**
 * Adds every filter, times an element of the input, to the window of that element; the adjoint of a convolution:
 * `torch.nn.functional.conv_transpose2d`.
 *
 * @param x - [n, c, h, w], or [c, h, w].
 * @param weight - the filters, [c, o / groups, kh, kw].
 * @param bias - [o], or none.
 * @returns [n, o, (h - 1) * stride - 2 * padding + dilation * (kh - 1) + outputPadding + 1, likewise for w], without n where
 * x has none.
 * @throws `ShapeError` when the channels or the bias do not fit, or nothing is left of the result; `ArgumentError` for
 * numbers that are not whole, groups that do not divide the channels, and an output padding that is below neither the stride nor
 * the dilation;
 * `DTypeError` when dtypes differ.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { ones, setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.convTranspose2d(tensor([[[1, 2]]]), ones(1, 1, 1, 2), null, { stride: 2 }).tolist());
 * // => [ [ [ 1, 1, 2, 2 ] ] ]
 * ```
 */
export function convTranspose2d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  options: ConvTranspose2dOptions = {},
): Tensor {
  checkFloats('convTranspose2d', x);
  checkTensor('convTranspose2d', weight, 'weight');
  checkNames('convTranspose2d', options, known);
  const { groups = 1, outputPadding = 0 } = options;
  if (weight.ndim !== 4) {
    wrongShape('convTranspose2d', 'the weight', '[c, o / groups, kh, kw]', weight);
  }
  const [channels, perGroup, ...kernel] = weight.shape as readonly [number, number, number, number];
  const name = `ConvTranspose2d(${channels} -> ${perGroup * groups})`;
  if (perGroup < 1) throw new ShapeError(`${name}: the weight ${formatShape(weight.shape)} has no filter`);
  checkGroups(name, groups, channels);
  if (x.ndim !== 3 && x.ndim !== 4) {
    wrongShape(name, 'the images', '[n, c, h, w] or [c, h, w]', x);
  }
  if (x.ndim === 3) return squeeze(convTranspose2d(unsqueeze(x, 0), weight, bias, options), 0);
  if (x.shape[1] !== channels) throw new ShapeError(`${name}: got ${x.shape[1]} channels, ${formatShape(x.shape)}`);
  checkWeights(name, [perGroup * groups], { bias });
  for (const { dtype } of bias === null ? [x] : [x, bias]) {
    if (dtype !== weight.dtype) throw new DTypeError(`${name}: an input is ${dtype}, the weight ${weight.dtype}`);
  }
  const windows = windowsOf(name, kernel, options);
  const more = typeof outputPadding === 'number' ? [outputPadding, outputPadding] : outputPadding;
  const sizes = ([0, 1] as const).map((d) => {
    const { stride, padding, dilation } = windows;
    const added = more[d]!;
    if (!(Number.isInteger(added) && added >= 0 && added < Math.max(stride[d], dilation[d]))) {
      throw new ArgumentError(
        `${name}: the output padding must be a whole number below the stride ${stride[d]} or the dilation ${dilation[d]}, not ${added}`,
      );
    }
    return (x.shape[d + 2]! - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel[d]! - 1) + added + 1;
  }) as [number, number];
  if (sizes.some((size) => size < 1)) {
    throw new ShapeError(`${name}: nothing is left of a result of ${formatShape(sizes)} from ${formatShape(x.shape)}`);
  }
  // From a stride on, what is added would hold another window: it is cut out of the whole result instead.
  const beyond = more.some((added, d) => added >= windows.stride[d]!);
  const within = beyond ? wholeResult(x, windows) : { windows, sizes };
  const shape = [x.shape[0]!, perGroup * groups, ...within.sizes] as const;
  let y = op([x, weight], { windows: within.windows, groups, shape });
  if (beyond) for (const d of [0, 1] as const) y = cut(y, d + 2, windows.padding[d], sizes[d]);
  return bias === null ? y : add(y, reshape(bias, [-1, 1, 1]));
}
