import { type Known, wrong } from '@internal/arguments';
import type { Backend } from '../backend.js';
import { requireFlag, requireKnownDType, requireOptions } from '../checks.js';
import { getBackend, requireBackend, requireSupport } from '../current-backend.js';
import { type DType, isArrayOf, requireInt32, toArray } from '../dtype.js';
import { ArgumentError, ShapeError } from '../errors.js';
import type { Generator } from '../random/index.js';
import { formatShape, type Shape, sizeOf } from '../shape.js';
import { type Tensor, wrap } from '../tensor.js';

/** What every function that makes a tensor may be told. */
export interface TensorOptions {
  /** The element type; default float32, where the function does not say otherwise. */
  dtype?: DType;
  /** Whether autograd follows the tensor; default false. */
  requiresGrad?: boolean;
  /** Where the elements live; default the backend that `setBackend` chose. */
  backend?: Backend;
}

/** What functions that draw at random may be told. */
export interface RandomOptions extends TensorOptions {
  /** The stream to draw from; default the one that `manualSeed` seeds. */
  generator?: Generator;
}

const tensorOptions: Known<TensorOptions> = { dtype: 1, requiresGrad: 1, backend: 1 };

const randomOptions: Known<RandomOptions> = { ...tensorOptions, generator: 1 };

/** @internal Throws unless options are those of a function that makes a tensor. */
export function checkOptions(name: string, options: TensorOptions): void {
  requireOptions(name, options, tensorOptions);
  checkValues(name, options);
}

/** @internal As `checkOptions`, for functions that draw. */
export function checkRandomOptions(name: string, options: RandomOptions): void {
  requireOptions(name, options, randomOptions);
  checkValues(name, options);
  requireGenerator(name, options);
}

/** @internal Throws unless a generator that is given is one. */
export function requireGenerator(name: string, { generator }: { generator?: Generator }): void {
  if (generator !== undefined && typeof generator?.random !== 'function')
    wrong(ArgumentError, name, 'the generator', 'a Generator, such as defaultGenerator() gives', generator);
}

function checkValues(name: string, { dtype, requiresGrad, backend }: TensorOptions): void {
  if (dtype !== undefined) requireKnownDType(name, dtype);
  requireFlag(name, 'requiresGrad', requiresGrad);
  if (backend !== undefined) requireBackend(name, backend);
}

/** @internal Takes apart `([2, 3], options)` and `(2, 3)`. */
export function parseSize<Options extends object>(
  name: string,
  args: readonly unknown[],
): [shape: Shape, options: Options] {
  const list = Array.isArray(args[0]);
  const shape = (list ? args[0] : args) as Shape;
  const options = (list && args[1] !== undefined ? args[1] : {}) as Options;
  for (const size of shape) {
    if (typeof size !== 'number') wrong(ArgumentError, name, 'each size', 'a whole number from 0', size);
    if (!Number.isInteger(size) || size < 0)
      throw new ShapeError(`${name}: sizes must be whole numbers from 0, not ${formatShape(shape)}`);
  }
  return [shape, options];
}

/** @internal Throws unless a shape is an array. */
export function requireList(name: string, shape: unknown): void {
  if (!Array.isArray(shape)) wrong(ArgumentError, name, 'the shape', 'an array of whole numbers', shape);
}

/** @internal The backend and dtype that options ask for. */
export function resolve(options: TensorOptions, fallback: DType = 'float32'): { backend: Backend; dtype: DType } {
  const backend = options.backend ?? getBackend();
  const dtype = options.dtype ?? fallback;
  requireSupport(backend, dtype);
  return { backend, dtype };
}

/** @internal A tensor of one value. */
export function filled(value: number, shape: Shape, options: TensorOptions, fallback: DType = 'float32'): Tensor {
  const { backend, dtype } = resolve(options, fallback);
  if (dtype === 'int32') requireInt32('full', [value]);
  return finish(wrap(backend.fill(sizeOf(shape), value, dtype), shape), options);
}

/** @internal A tensor of values, which the caller gives away if they are `owned`; those of another type are converted. */
export function fromValues(
  values: ArrayLike<number | boolean>,
  shape: Shape,
  options: TensorOptions,
  fallback: DType = 'float32',
  owned = true,
): Tensor {
  const { backend, dtype } = resolve(options, fallback);
  const fits = isArrayOf(dtype, values);
  const buffer = backend.upload(fits ? values : toArray(values, dtype), dtype, owned || !fits);
  return finish(wrap(buffer, shape), options);
}

function finish(x: Tensor, options: TensorOptions): Tensor {
  if (options.requiresGrad) x.requiresGrad = true;
  return x;
}
