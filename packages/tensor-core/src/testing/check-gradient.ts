import { grad } from '../autograd/backward.js';
import { noGrad } from '../autograd/mode.js';
import { isFloating, type TypedArray } from '../dtype.js';
import { DTypeError } from '../errors.js';
import { formatShape } from '../shape.js';
import { Tensor, wrap } from '../tensor.js';
import { draw } from './values.js';

/** How {@link checkGradient} compares. */
export interface CheckGradientOptions {
  /** How far each element is moved to either side; default 1e-6. */
  readonly eps?: number;
  /** The difference allowed, relative to the difference quotient; default 1e-5. */
  readonly rtol?: number;
  /** The difference allowed besides; default 1e-7. */
  readonly atol?: number;
  /** Whether the derivatives of the gradient are checked too; default false. */
  readonly second?: boolean;
}

/** A function of tensors with one result or several; those that are not floating are left out. */
export type Differentiable = (...inputs: Tensor[]) => Tensor | readonly Tensor[];

/**
 * Compares the gradients that autograd finds with central differences, `(f(x + eps) - f(x - eps)) / (2 * eps)`, of the
 * sum of the results times fixed random weights.
 *
 * It runs on the backend of the inputs, and reads with `await`, so that it works on any backend that has float64.
 *
 * @param run - called many times; it has to give the same results for the same inputs.
 * @param inputs - differentiated where they are float64, of any shape and strides; int32 and bool are passed as they
 * are. The function has to be smooth around their values: no ties for `max`, nothing at the bend of `relu`.
 * @throws `Error` naming the input, the element, and both numbers, where they differ; `DTypeError` for a float32 input
 * (too coarse for differences), or where none is float64.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * import { checkGradient } from '@kindling/tensor-core/testing';
 * setBackend(await cpu());
 * const x = tensor([0.5, 2], { dtype: 'float64' });
 * await checkGradient((a) => a.log().mul(a), [x], { second: true });
 * ```
 */
export async function checkGradient(
  run: Differentiable,
  inputs: readonly Tensor[],
  { eps = 1e-6, rtol = 1e-5, atol = 1e-7, second = false }: CheckGradientOptions = {},
): Promise<void> {
  inputs.forEach((input, i) => {
    if (input.dtype === 'float32')
      throw new DTypeError(`checkGradient: input ${i} is float32, too coarse for differences; use float64`);
  });
  const leaves = inputs.map((input) => (isFloating(input.dtype) ? input.detach().requiresGrad_() : input));
  const tracked = leaves.filter((leaf) => leaf.requiresGrad);
  if (tracked.length === 0) throw new DTypeError('checkGradient: no input is float64');

  const outputs = floating(run(...leaves));
  const weights = outputs.map((output, i) => weightsFor(output, i));
  const connected = outputs.map((output, i) => ({ output, weight: weights[i]! })).filter((o) => o.output.requiresGrad);
  const found =
    connected.length === 0
      ? tracked.map(() => null)
      : grad(
          connected.map(({ output }) => output),
          tracked,
          { gradOutputs: connected.map(({ weight }) => weight), allowUnused: true },
        );
  const weightValues = await Promise.all(weights.map((weight) => weight.data()));
  for (const [i, leaf] of leaves.entries()) {
    if (!leaf.requiresGrad) continue;
    const gradient = found[tracked.indexOf(leaf)] ?? null;
    const analytic = gradient === null ? new Float64Array(leaf.count) : await gradient.data();
    const values = await leaf.data();
    for (let at = 0; at < leaf.count; at++) {
      const above = await evaluate(run, leaves, i, moved(values, at, eps), weightValues);
      const below = await evaluate(run, leaves, i, moved(values, at, -eps), weightValues);
      const numeric = (above - below) / (2 * eps);
      if (!(Math.abs(analytic[at]! - numeric) <= atol + rtol * Math.abs(numeric))) {
        throw new Error(
          `checkGradient: the derivative by element ${at} of input ${i} (${formatShape(leaf.shape)}) is ${analytic[at]}, the difference quotient ${numeric}`,
        );
      }
    }
  }
  if (second) await checkGradient2(run, inputs, { eps, rtol, atol });
}

/** The gradient of the function as a function itself, of the inputs and of the gradient of the results. */
async function checkGradient2(run: Differentiable, inputs: readonly Tensor[], options: CheckGradientOptions) {
  const outputs = noGrad(() => floating(run(...inputs.map((input) => input.detach()))));
  const weights = outputs.map((output, i) => weightsFor(output, i + 7));
  const gradient: Differentiable = (...given) => {
    const xs = given.slice(0, inputs.length);
    const results = floating(run(...xs));
    const connected = results.map((output, i) => ({ output, g: given[inputs.length + i]! }));
    const used = connected.filter(({ output }) => output.requiresGrad);
    const tracked = xs.filter((x) => x.requiresGrad);
    if (used.length === 0 || tracked.length === 0) return xs.map((x) => x.mul(0));
    const found = grad(
      used.map(({ output }) => output),
      tracked,
      { gradOutputs: used.map(({ g }) => g), createGraph: true, allowUnused: true },
    );
    return tracked.map((x, i) => found[i] ?? x.mul(0));
  };
  await checkGradient(tracking(gradient), [...inputs, ...weights], options);
}

/** Has a function that differentiates its inputs find them tracked, also where only its value is asked for. */
function tracking(run: Differentiable): Differentiable {
  return (...given) =>
    run(...given.map((x) => (isFloating(x.dtype) && !x.requiresGrad ? x.detach().requiresGrad_() : x)));
}

function floating(outputs: Tensor | readonly Tensor[]): Tensor[] {
  return (outputs instanceof Tensor ? [outputs] : [...outputs]).filter((output) => isFloating(output.dtype));
}

function weightsFor(output: Tensor, seed: number): Tensor {
  const values = draw(output.dtype, output.count, [-1, 1], seed + 1);
  return wrap(output.backend.upload(values, output.dtype), output.shape);
}

function moved(values: TypedArray, at: number, by: number): TypedArray {
  const result = values.slice();
  result[at] = result[at]! + by;
  return result;
}

/** The weighted sum of the results, with the elements of one input replaced. */
async function evaluate(
  run: Differentiable,
  leaves: readonly Tensor[],
  replaced: number,
  values: TypedArray,
  weights: readonly TypedArray[],
): Promise<number> {
  const given = leaves.map((leaf, i) =>
    i === replaced ? wrap(leaf.backend.upload(values, leaf.dtype), leaf.shape) : leaf.detach(),
  );
  let sum = 0;
  for (const [i, output] of floating(run(...given)).entries()) {
    const elements = await output.data();
    for (let at = 0; at < elements.length; at++) sum += elements[at]! * weights[i]![at]!;
  }
  return sum;
}
