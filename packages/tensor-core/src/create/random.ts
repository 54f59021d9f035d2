import { broadcastShapes } from '../broadcast.js';
import { requireNumber, requireOperand, requireOptions, requireTensor, requireWhole } from '../checks.js';
import { type DType, isFloating } from '../dtype.js';
import { ArgumentError, DTypeError } from '../errors.js';
import { assign } from '../ops/in-place.js';
import { defaultGenerator, type Generator } from '../random/index.js';
import { normals } from '../random/normals.js';
import { readNow } from '../read.js';
import { formatShape, type Shape, sizeOf } from '../shape.js';
import { Tensor } from '../tensor.js';
import { shapedLike } from './like.js';
import {
  checkRandomOptions,
  fromValues,
  parseSize,
  type RandomOptions,
  requireGenerator,
  requireList,
  resolve,
} from './options.js';

declare module '../tensor.js' {
  interface Tensor {
    /** Overwrites the elements with draws from [from, to); default [0, 1). */
    uniform_(from?: number, to?: number, options?: { generator?: Generator }): this;
    /** Overwrites the elements with normal draws; default mean 0 and standard deviation 1. */
    normal_(mean?: number, std?: number, options?: { generator?: Generator }): this;
    /** Overwrites the elements with 1 with probability `p` (default 0.5), else 0. */
    bernoulli_(p?: number, options?: { generator?: Generator }): this;
  }
}

function floatType(name: string, dtype: DType): 'float32' | 'float64' {
  if (!isFloating(dtype)) throw new DTypeError(`${name}: the dtype must be float32 or float64, not ${dtype}`);
  return dtype as 'float32' | 'float64';
}

function streamOf({ generator = defaultGenerator() }: { generator?: Generator }): Generator {
  return generator;
}

/** How a generator gives values; `normals` is apart from `uniforms`, so that a page has what it draws. */
type Values = typeof normals;
const uniforms: Values = (generator, ...how) => generator.uniform(...how);

/** Draws from [0, 1), or of mean 0 and standard deviation 1. */
function draw(name: string, values: Values, shape: Shape, options: RandomOptions): Tensor {
  checkRandomOptions(name, options);
  const dtype = floatType(name, resolve(options).dtype);
  return fromValues(values(streamOf(options), sizeOf(shape), 0, 1, dtype), shape, options);
}

/**
 * Draws from the uniform distribution on [0, 1): `torch.rand`.
 *
 * @throws `ShapeError` for a size that is no whole number from 0; `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { manualSeed, rand } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(String(rand(3))); // => tensor([0.4963, 0.7682, 0.0885])
 * ```
 */
export function rand(shape: Shape, options?: RandomOptions): Tensor;
export function rand(...shape: number[]): Tensor;
export function rand(...args: unknown[]): Tensor {
  return draw('rand', uniforms, ...parseSize<RandomOptions>('rand', args));
}

/**
 * Draws from the normal distribution with mean 0 and standard deviation 1: `torch.randn`.
 *
 * @throws `ShapeError` for a size that is no whole number from 0; `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { manualSeed, randn } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(String(randn(3))); // => tensor([ 1.5410, -0.2934, -2.1788])
 * ```
 */
export function randn(shape: Shape, options?: RandomOptions): Tensor;
export function randn(...shape: number[]): Tensor;
export function randn(...args: unknown[]): Tensor {
  return draw('randn', normals, ...parseSize<RandomOptions>('randn', args));
}

/**
 * Whole numbers from `low` up to `high` (exclusive), each as likely: `torch.randint`.
 *
 * @returns int32, unless `options.dtype` says otherwise.
 * @throws `ArgumentError` when there is no number between the bounds.
 * @example
 * ```ts
 * import { manualSeed, randint } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(randint(0, 10, [5]).tolist()); // => [ 4, 9, 3, 0, 3 ]
 * ```
 */
export function randint(low: number, high: number, shape: Shape, options: RandomOptions = {}): Tensor {
  requireList('randint', shape);
  parseSize('randint', [shape]);
  checkRandomOptions('randint', options);
  requireWhole('randint', 'low', low, Number.NEGATIVE_INFINITY);
  requireWhole('randint', 'high', high, Number.NEGATIVE_INFINITY);
  if (low >= high) {
    throw new ArgumentError(`randint: no whole numbers lie from ${low} up to ${high} (exclusive)`);
  }
  return fromValues(streamOf(options).integers(sizeOf(shape), low, high), shape, options, 'int32');
}

/**
 * The numbers from 0 to n - 1 in random order, as int32: `torch.randperm`.
 *
 * @throws `ArgumentError` when n is no whole number from 0.
 * @example
 * ```ts
 * import { manualSeed, randperm } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * manualSeed(0, { engine: TorchGenerator });
 * console.log(randperm(5).tolist()); // => [ 4, 0, 1, 3, 2 ]
 * ```
 */
export function randperm(n: number, options: RandomOptions = {}): Tensor {
  requireWhole('randperm', 'n', n, 0);
  checkRandomOptions('randperm', options);
  return fromValues(streamOf(options).permutation(n), [n], { ...options, dtype: 'int32' });
}

/**
 * 1 with the probability that each element gives, else 0: `torch.bernoulli`.
 *
 * @param probabilities - from 0 to 1; float32 or float64, also the dtype of the result.
 * @throws `ArgumentError` for a probability outside 0 to 1; `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { bernoulli, tensor } from '@kindling/tensor-core';
 * console.log(bernoulli(tensor([0, 1, 1])).tolist()); // => [ 0, 1, 1 ]
 * ```
 */
export function bernoulli(probabilities: Tensor, options: RandomOptions = {}): Tensor {
  requireTensor('bernoulli', probabilities, 'the probabilities');
  checkRandomOptions('bernoulli', options);
  floatType('bernoulli', probabilities.dtype);
  const values = readNow('bernoulli', probabilities) as Float32Array | Float64Array;
  const bad = values.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new ArgumentError(`bernoulli: probabilities lie between 0 and 1, found ${bad}`);
  const drawn = streamOf(options).bernoulli(values.length, values);
  return fromValues(drawn, ...shapedLike('bernoulli', probabilities, options));
}

/**
 * Uniform draws with the shape, dtype and backend of another tensor; see {@link rand}.
 *
 * @example
 * ```ts
 * import { randLike, zeros } from '@kindling/tensor-core';
 * console.log(randLike(zeros(2, 3)).shape); // => [ 2, 3 ]
 * ```
 */
export function randLike(like: Tensor, options: RandomOptions = {}): Tensor {
  return draw('randLike', uniforms, ...shapedLike('randLike', like, options));
}

/**
 * Normal draws with the shape, dtype and backend of another tensor; see {@link randn}.
 *
 * @example
 * ```ts
 * import { randnLike, zeros } from '@kindling/tensor-core';
 * console.log(randnLike(zeros(2, 3)).shape); // => [ 2, 3 ]
 * ```
 */
export function randnLike(like: Tensor, options: RandomOptions = {}): Tensor {
  return draw('randnLike', normals, ...shapedLike('randnLike', like, options));
}

/**
 * Whole numbers from `low` up to `high` (exclusive) with the shape, dtype and backend of another tensor; see {@link randint}.
 *
 * @throws `ArgumentError` when there is no number between the bounds.
 * @example
 * ```ts
 * import { randintLike, zeros } from '@kindling/tensor-core';
 * console.log(randintLike(zeros(2), 7, 8).tolist()); // => [ 7, 7 ]
 * ```
 */
export function randintLike(like: Tensor, low: number, high: number, options: RandomOptions = {}): Tensor {
  return randint(low, high, ...shapedLike('randintLike', like, options));
}

/**
 * Normal draws with given means and standard deviations, either of which may be a tensor: `torch.normal`.
 *
 * @param shape - of the result, where both are numbers.
 * @throws `ArgumentError` for a negative standard deviation; `ShapeError` when shapes do not broadcast.
 * @example
 * ```ts
 * import { normal, tensor } from '@kindling/tensor-core';
 * console.log(normal(tensor([5, 7]), 0).tolist()); // => [ 5, 7 ]
 * ```
 */
export function normal(
  mean: Tensor | number,
  std: Tensor | number,
  shape: Shape = [],
  options: RandomOptions = {},
): Tensor {
  requireOperand('normal', mean, 'the mean');
  requireOperand('normal', std, 'the standard deviation');
  checkRandomOptions('normal', options);
  requireList('normal', shape);
  parseSize('normal', [shape]);
  if (typeof std === 'number' && !(std >= 0))
    throw new ArgumentError(`normal: the standard deviation must be at least 0, not ${std}`);
  const [like, other = like] = [mean, std].filter((x) => x instanceof Tensor);
  const [own, how] = like === undefined ? [shape, options] : shapedLike('normal', like, options);
  const drawn = draw('normal', normals, broadcastShapes('normal', own, other?.shape ?? own), how);
  return drawn.mul(std).add(mean);
}

/** Fills in place from a draw of all elements at once. */
function fill(
  name: string,
  x: Tensor,
  options: { generator?: Generator },
  draw: (stream: Generator, n: number, dtype: 'float32' | 'float64') => ArrayLike<number>,
): Tensor {
  requireOptions(name, options, { generator: 1 });
  requireGenerator(name, options);
  if (x.node !== null)
    throw new ArgumentError(
      `${name}: the result of a recorded operation cannot be changed in place: ${formatShape(x.shape)}`,
    );
  assign(x, fromValues(draw(streamOf(options), x.count, floatType(name, x.dtype)), ...shapedLike(name, x, {})));
  return x;
}

type InPlace = (x: Tensor, a?: number, b?: number, options?: { generator?: Generator }) => Tensor;

/* @__NO_SIDE_EFFECTS__ */ function between(name: string, values: Values, first: string, second: string): InPlace {
  return (x, a = 0, b = 1, options = {}) => {
    requireNumber(name, first, a);
    requireNumber(name, second, b);
    return fill(name, x, options, (stream, n, dtype) => values(stream, n, a, b, dtype));
  };
}

/** @internal The method `uniform_`. */
export const uniform_: InPlace = between('uniform_', uniforms, 'from', 'to');

/** @internal The method `normal_`. */
export const normal_: InPlace = between('normal_', normals, 'the mean', 'the standard deviation');

/** @internal The method `bernoulli_`. */
export function bernoulli_(x: Tensor, p = 0.5, options: { generator?: Generator } = {}): Tensor {
  requireNumber('bernoulli_', 'p', p);
  return fill('bernoulli_', x, options, (stream, n) => stream.bernoulli(n, p));
}
