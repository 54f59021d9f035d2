/**
 * The contract between tensors and the machines that compute on them: types, and the few helpers that every backend needs.
 *
 * A backend never checks shapes: `tensor-core` has done so before it calls. Every method that returns a {@link Buffer}
 * returns a fresh one whose elements lie in row-major order from 0. All methods but `read` are synchronous; they may
 * enqueue work and return a handle.
 *
 * @module
 */
import type { DType, TypedArray } from './dtype.js';
import type { Shape } from './shape.js';

export { type DType, dtypeOfArray, isFloating, makeArray, promoteTypes, type TypedArray } from './dtype.js';
export { isRowMajor, rowMajorStrides, type Shape, sizeOf } from './shape.js';

/** Elements that a backend holds, in memory or on a device. Backends extend it with what they need. */
export interface Buffer {
  /** Who made it, and alone can use it. */
  readonly backend: Backend;
  /** The type of the elements. */
  readonly dtype: DType;
  /** The number of elements. */
  readonly size: number;
  /** How often the elements were changed in place; autograd compares it. Only tensor-core writes it. */
  version: number;
  /** Whether a tensor's `grad` owns the elements, so that no second gradient may share them. Only tensor-core writes it. */
  held?: boolean;
  /** The backward pass that made the elements, and how many nodes wait with them as gradient. Only tensor-core writes these. */
  pass?: number;
  pending?: number;
}

/** A buffer read with a shape: element `[i, j]` is at `offset + i * strides[0] + j * strides[1]`. Strides may be 0 or negative. */
export interface View {
  /** The elements, of which the view may show a part. */
  readonly buffer: Buffer;
  /** The type of the elements. */
  readonly dtype: DType;
  /** The sizes of the dimensions. */
  readonly shape: Shape;
  /** Elements from one index to the next, a number for each dimension. */
  readonly strides: readonly number[];
  /** Where in the buffer the element with all indices 0 lies. */
  readonly offset: number;
  /** The number of elements: the product of the shape. */
  readonly count: number;
  /** Whether the elements lie in row-major order without gaps from `offset` on, so that kernels may run straight through. */
  readonly dense: boolean;
}

/** An operand of an elementwise operation: a view, or a number that stands for every element. */
export type Operand = View | number;

/** Elementwise functions of one float operand; the result has its dtype, except where a comment says bool. */
export type UnaryOp =
  | 'neg' // int32 too
  | 'abs' // int32 too
  | 'sign' // int32 too
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'sqrt'
  | 'rsqrt'
  | 'reciprocal'
  | 'sin'
  | 'cos'
  | 'tanh'
  | 'sigmoid'
  | 'erf'
  | 'relu' // int32 too; NaN stays NaN
  | 'floor'
  | 'ceil'
  | 'round' // half to even
  | 'isnan' // any dtype in, bool out
  | 'isfinite' // any dtype in, bool out
  | 'logicalNot'; // any dtype in, bool out

/** Elementwise functions of two operands of one dtype, which is also the dtype of the result. */
export type ArithmeticOp = 'add' | 'sub' | 'mul' | 'div' | 'pow' | 'maximum' | 'minimum';

/** Elementwise functions of two operands of one dtype (for the logical ones: any, not 0 is true) with a bool result. */
export type ComparisonOp = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'logicalAnd' | 'logicalOr' | 'logicalXor';

/** Any elementwise function of two operands. */
export type BinaryOp = ArithmeticOp | ComparisonOp;

/** Reductions; `sum` and `prod` of nothing are 0 and 1, `max` and `min` are never asked of nothing, and pass NaN on. */
export type ReduceOp = 'sum' | 'prod' | 'max' | 'min';

/** How windows slide over images; each pair is for rows and columns. */
export interface Windows {
  /** The size of a window. */
  readonly kernel: readonly [number, number];
  /** From one window to the next. */
  readonly stride: readonly [number, number];
  /** Zeros around the image, on either side. */
  readonly padding: readonly [number, number];
  /** From one element of a window to the next. */
  readonly dilation: readonly [number, number];
}

/** What windows take in along one dimension: the elements from `starts[i]` up to `ends[i]`, one in `step`, and at least one. */
export interface Spans {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly step: number;
}

/** Spans of windows that are summed up. */
export interface WeightedSpans extends Spans {
  /** What the sum of a window is multiplied with for its place along this dimension. */
  readonly weights: readonly number[];
}

/** An activation that a fused kernel applies to what it made. */
export type Activation = 'identity' | 'relu' | 'sigmoid' | 'tanh';

/**
 * The losses that fused kernels compute, each of an input `x` and a target `t`:
 * - `bce`: `-(t * max(log(x), -100) + (1 - t) * max(log1p(-x), -100))`, with the derivative
 *   `(x - t) / max((1 - x) * x, 1e-12)`;
 * - `bceWithLogits`: `relu(x) - x * t + log1p(exp(-abs(x)))`, with `sigmoid(x) - t`;
 * - `mse`: `(x - t) ** 2`, with `2 * (x - t)`.
 */
export type LossKind = 'bce' | 'bceWithLogits' | 'mse';

/** What becomes of the losses of the elements: all of them, or one element: their mean (NaN of none) or their sum. */
export type LossReduction = 'none' | 'mean' | 'sum';

/**
 * What computes: some twenty primitive methods, from which `tensor-core` composes every other operation, and optional
 * fused kernels. {@link https://pytorch.org/docs/stable/torch.html | PyTorch} defines what each computes.
 */
export interface Backend {
  /** How messages call it, such as `cpu`. */
  readonly name: string;
  /** The URL of the module whose export called `name` makes it, for threads that compute with one of their own. */
  readonly module?: string;
  /** Whether it can hold a dtype; asking for another is an error that names both. */
  supports(dtype: DType): boolean;

  /** A buffer with these elements; the array is copied, or may be kept when `owned` says that nobody else will use it. */
  upload(values: TypedArray, dtype: DType, owned?: boolean): Buffer;
  /** The elements of a view in row-major order, as a fresh array. */
  read(x: View): Promise<TypedArray>;
  /** As `read`, without waiting; absent where a device cannot. */
  readSync?(x: View): TypedArray;
  /** Whether garbage collection frees buffers in time, whatever is not released; `release` then only saves work. */
  readonly garbageCollected?: boolean;
  /** Gives a buffer's memory back, or keeps it for a later result; it is never used again. */
  release(buffer: Buffer): void;
  /**
   * Says that a buffer is used often and for long, as a parameter and what an optimizer remembers: a backend may move its
   * elements to where the kernels work.
   */
  pin?(buffer: Buffer): void;
  /** Says that a buffer may from now on be dropped by whoever has it at any time, as a gradient that somebody reads. */
  unpin?(buffer: Buffer): void;
  /** Waits until everything enqueued has run. */
  sync(): Promise<void>;

  /** `size` elements of one value. */
  fill(size: number, value: number, dtype: DType): Buffer;
  /** The elements of a view in row-major order, converted (float to int cuts, anything but 0 is true). */
  copy(x: View, dtype: DType): Buffer;
  /** Overwrites the elements of `target` in place; `source` has its shape and dtype, does not overlap it, or is one number. */
  assign(target: View, source: Operand): void;

  /** One function of each element. */
  unary(op: UnaryOp, x: View): Buffer;
  /** One function of each pair; views have the same shape (repeats by strides of 0), and at most one operand is a number. */
  binary(op: BinaryOp, a: Operand, b: Operand): Buffer;
  /** `a` where `condition` (bool) is true, else `b`; views have the same shape, `a` and `b` are of `dtype`. */
  where(condition: View, a: Operand, b: Operand, dtype: DType): Buffer;

  /** Reduces all dimensions from `keep` on to one element for each index of the first `keep`. */
  reduce(op: ReduceOp, x: View, keep: number): Buffer;
  /** As `reduce`, with the int32 position of the first largest or smallest element (in row-major order; NaN wins). */
  argReduce(op: 'max' | 'min', x: View, keep: number): Buffer;
  /** Running sums along the last dimension; a scalar is a row of one. */
  cumsum(x: View): Buffer;
  /** Stable sort along the last dimension (NaN is the largest; a scalar is a row of one): the values, and their int32 positions. */
  sort(x: View, descending: boolean): { values: Buffer; indices: Buffer };

  /** `[..., m, k] x [..., k, n]` with equal leading dimensions. */
  matmul(a: View, b: View): Buffer;

  /** Whether all of an int32 view are known to be from 0 below `size`; `false`, or no such method, has `tensor-core` look. */
  within?(index: View, size: number): boolean;
  /**
   * `out[i][j] = x[i][index[i][j]]` for `dim` 1; `index` is int32 with valid values, has the shape of the
   * result, and is at most as long as `x` in the other dimensions.
   */
  gather(x: View, dim: number, index: View): Buffer;
  /**
   * A copy of `x` with `source[i][j]` added at `[i][index[i][j]]` for `dim` 1; `index` and `source` have one shape,
   * at most as long as `x` in the other dimensions.
   */
  scatterAdd(x: View, dim: number, index: View, source: View): Buffer;

  /** Kernels that do the work of several operations at once; absent means slower, never an error. */
  readonly fused?: Partial<FusedKernels>;
}

/** How `normalize` reads its input: as [outer, groups, inner], where each group has a mean and a variance. */
export interface Normalization {
  readonly outer: number;
  readonly groups: number;
  readonly inner: number;
  /** Whether weight and bias have an element for each group; else for each of the inner. */
  readonly perGroup: boolean;
  /** Added to the variance. */
  readonly eps: number;
}

/** Optional kernels. Each does just what the composition named beside it does; `conformance` compares the two. */
export interface FusedKernels {
  /** `activation(x @ weight.T + bias)`: x [n, i], weight [o, i], bias [o]. */
  linear(x: View, weight: View, bias: View | null, activation: Activation): Buffer;
  /**
   * The gradients of `linear` from that of its result `y`, of x, weight and bias where each is wanted, else `null`: with
   * `g` from `activationBackward`, `g @ weight`, `g.T @ x` and `g.sum(0)`. It reads no more than these need: `x` for the
   * weight's only, `y` behind an activation only. `null` in place of all where products one by one are no slower.
   */
  linearBackward(
    grad: View,
    x: View,
    weight: View,
    y: View,
    activation: Activation,
    wanted: readonly boolean[],
  ): readonly (Buffer | null)[] | null;
  /** `exp(x - max) / sum` along the last dimension. */
  softmax(x: View): Buffer;
  /** `x - logsumexp(x)` along the last dimension. */
  logSoftmax(x: View): Buffer;
  /**
   * The gradient of `softmax` along the last dimension from that of its result `y`, `y * (g - sum(g * y))`; with `log` that of
   * `logSoftmax`, `g - exp(y) * sum(g)`. Float32 only.
   */
  softmaxBackward(grad: View, y: View, log: boolean): Buffer;
  /** `x / 2 * (1 + erf(x / sqrt(2)))`; `null` of what there is no kernel for. */
  gelu(x: View): Buffer | null;
  /** The gradient of an activation from that of its result: relu `y <= 0 ? 0 : g`, sigmoid `g * y * (1 - y)`, tanh `g * (1 - y * y)`. */
  activationBackward(activation: Exclude<Activation, 'identity'>, grad: View, y: View): Buffer;
  /** The losses of inputs and targets of one shape and float dtype, reduced. */
  loss(kind: LossKind, x: View, target: View, reduction: LossReduction): Buffer;
  /** The gradient of the input from that of the reduced loss: `grad * derivative`, for a mean divided by the number of elements. */
  lossBackward(kind: LossKind, grad: View, x: View, target: View, reduction: LossReduction): Buffer;
  /** `(x - mean) / sqrt(variance + eps) * weight + bias`, with the mean and the biased variance of each group, [groups]. */
  normalize(
    x: View,
    weight: View | null,
    bias: View | null,
    how: Normalization,
  ): { readonly y: Buffer; readonly mean: Buffer; readonly variance: Buffer };
  /**
   * The gradients of x, weight and bias from that of `normalize`'s result, where they are wanted, else `null`: with `n` the
   * normalised x and `g = grad * weight`, `(g - mean(g) - n * mean(g * n)) / sqrt(variance + eps)`, and the sums of
   * `grad * n` and of `grad`.
   */
  normalizeBackward(
    grad: View,
    x: View,
    weight: View | null,
    how: Normalization,
    wanted: readonly boolean[],
  ): readonly (Buffer | null)[];
  /** One SGD step of every parameter at once, in place; see `@kindling/optim`. */
  sgd(step: SGDStep): void;
  /** One Adam or AdamW step of every parameter at once, in place; see `@kindling/optim`. */
  adam(step: AdamStep): void;
  /**
   * One step of one parameter by an optimizer that has no kernel of its own name here, in place; `false` where there is none, and
   * nothing is changed. It counts up the `version` of what it changed.
   */
  optimize(step: OptimizerStep): boolean;
  /** The windows of images [n, c, h, w] as columns [n, c * kh * kw, windows]: a strided view of the padded images, copied. */
  unfold(x: View, windows: Windows): Buffer;
  /** The adjoint of `unfold`: windows [n, c * kh * kw, windows] added up where they lie in images of `shape` [n, c, h, w]. */
  fold(columns: View, shape: Shape, windows: Windows): Buffer;
  /**
   * `activation(weight @ unfold(x) + bias)` for each of the groups, into which the channels of x [n, c, h, w] and
   * weight [o, c / groups, kh, kw] are divided; bias [o]. Float32 only.
   */
  conv2d(x: View, weight: View, bias: View | null, windows: Windows, groups: number, activation: Activation): Buffer;
  /**
   * The gradients of x, weight and bias where they are wanted, from that of `conv2d`'s result y. It reads no more than these
   * need: the elements of `x` for the weight's only, `y` behind an activation only. Float32 only.
   */
  conv2dBackward(
    grad: View,
    x: View,
    weight: View,
    y: View,
    windows: Windows,
    groups: number,
    activation: Activation,
    wanted: readonly boolean[],
  ): readonly (Buffer | null)[];
  /** The gradient of `conv2d` by x of `shape`, `fold(weight.T @ grad)` for each group: grad [n, o, oh, ow]. Float32 only. */
  conv2dInputGradient(grad: View, weight: View, shape: Shape, windows: Windows, groups: number): Buffer;
  /** The gradient by the weight, `grad @ unfold(x).T` for each group, summed over n: [o, c / groups, kh, kw]. Float32 only. */
  conv2dWeightGradient(grad: View, x: View, windows: Windows, groups: number): Buffer;
  /**
   * The largest element of each window of images [n, c, h, w], the first of equal ones and NaN before all, and its int32
   * position `row * w + column` in its channel: both [n, c, rows, columns].
   */
  maxPool2d(x: View, rows: Spans, columns: Spans): { readonly values: Buffer; readonly indices: Buffer };
  /** The gradient of `maxPool2d` by images of `shape`: `grad` added up at the positions of `indices`, which has its shape. */
  maxPool2dBackward(grad: View, indices: View, shape: Shape): Buffer;
  /** The sum of each window of images [n, c, h, w], times the weights of its row and of its column. */
  avgPool2d(x: View, rows: WeightedSpans, columns: WeightedSpans): Buffer;
  /** The gradient of `avgPool2d` by images of `shape`: to each element, `grad` times both weights of each window with it. */
  avgPool2dBackward(grad: View, rows: WeightedSpans, columns: WeightedSpans, shape: Shape): Buffer;
}

/** A step of one parameter by one of the optimizers of `@kindling/optim`, as it knows them. */
export interface OptimizerStep {
  /** The optimizer's class. */
  readonly name: string;
  /** The options of the parameter's group. */
  readonly group: object;
  readonly param: View;
  readonly grad: View;
  /** What is remembered of the parameter since its first step: numbers, which are changed too, and tensors of its shape. */
  readonly state: Record<string, View | number>;
}

/** What an SGD step reads and writes; every list has one dense float view a parameter. */
export interface SGDStep {
  readonly params: readonly View[];
  readonly grads: readonly View[];
  /** Momentum buffers, empty where momentum is 0. */
  readonly momentumBuffers: readonly View[];
  /** Whether the momentum buffers hold nothing yet, and so become the gradient. */
  readonly first: boolean;
  readonly lr: number;
  readonly momentum: number;
  readonly dampening: number;
  readonly weightDecay: number;
  readonly nesterov: boolean;
  readonly maximize: boolean;
}

/** What an Adam step reads and writes; every list has one dense float view a parameter. */
export interface AdamStep {
  readonly params: readonly View[];
  readonly grads: readonly View[];
  readonly expAvg: readonly View[];
  readonly expAvgSq: readonly View[];
  /** Running maxima of `expAvgSq`, empty without amsgrad. */
  readonly maxExpAvgSq: readonly View[];
  /** The number of this step, from 1. */
  readonly step: number;
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly weightDecay: number;
  /** AdamW: the decay is applied to the parameter, not added to the gradient. */
  readonly decoupled: boolean;
  readonly maximize: boolean;
}
