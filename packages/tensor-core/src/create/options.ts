import type { Backend } from '../backend.js';
import { getBackend, requireSupport } from '../current-backend.js';
import { type DType, isArrayOf, toArray } from '../dtype.js';
import { ShapeError } from '../errors.js';
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

/** @internal Takes apart `([2, 3], options)` and `(2, 3)`. */
export function parseSize<Options extends object>(
  name: string,
  args: readonly unknown[],
): [shape: Shape, options: Options] {
  const list = Array.isArray(args[0]);
  const shape = (list ? args[0] : args) as Shape;
  const options = (list ? (args[1] ?? {}) : {}) as Options;
  for (const size of shape) {
    if (!Number.isInteger(size) || size < 0)
      throw new ShapeError(`${name}: sizes must be whole numbers from 0, not ${formatShape(shape)}`);
  }
  return [shape, options];
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
  return finish(wrap(backend.fill(sizeOf(shape), value, dtype), shape), options);
}

/** @internal A tensor of values that the caller made and gives away; those of another type are converted. */
export function fromValues(
  values: ArrayLike<number | boolean>,
  shape: Shape,
  options: TensorOptions,
  fallback: DType = 'float32',
): Tensor {
  const { backend, dtype } = resolve(options, fallback);
  const array = isArrayOf(dtype, values) ? values : toArray(values, dtype);
  return finish(wrap(backend.upload(array, dtype, true), shape), options);
}

function finish(x: Tensor, options: TensorOptions): Tensor {
  if (options.requiresGrad) x.requiresGrad = true;
  return x;
}
