import { isGradEnabled, setGradEnabled } from './autograd/mode.js';
import { type Derivative, Node, type Rule } from './autograd/node.js';
import { requireTensor } from './checks.js';
import { isFloating } from './dtype.js';
import { BackendError } from './errors.js';
import type { Tensor } from './tensor.js';

/** An operation: how its result is computed, and beside it how each input's gradient follows from the result's. */
export interface OpDefinition<Args> extends Derivative<Args> {
  /** Computes the result on the inputs' backend; what it calls is not recorded. */
  forward(inputs: readonly Tensor[], args: Args): Tensor;
}

/** Runs an operation and records it where an input requires gradients. */
export type Op<Args> = (inputs: readonly Tensor[], args: Args) => Tensor;

/** @internal Throws unless all inputs are on one backend. */
export function requireOneBackend(name: string, inputs: readonly Tensor[]): void {
  requireTensor(name, inputs[0]);
  const backend = inputs[0].buffer.backend;
  for (let i = 1; i < inputs.length; i++) {
    requireTensor(name, inputs[i], `input ${i}`);
    const other = inputs[i]!.buffer.backend;
    if (other !== backend) {
      throw new BackendError(
        `${name}: one input is on ${backend.name}, another on ${other.name}${other.name === backend.name ? ' (two instances)' : ''}. Move one with tensor.to(backend)`,
      );
    }
  }
}

/**
 * Makes a tracked operation from its forward computation and its derivatives.
 *
 * `backward` is a list with one rule an input, or one rule for all. A rule reads inputs and result from `saved` (`a`,
 * `b`, `c`, `y`), is called only for inputs that require gradients, and is written in terms of other operations, so
 * that second derivatives work. Where one kernel makes the gradients of several inputs, `together` may give them.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { defineOp, setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const square = defineOp<void>({
 *   name: 'square',
 *   forward: ([x]) => x!.mul(x!),
 *   backward: [(g, { a }) => g.mul(a).mul(2)],
 * });
 * const x = tensor([3], { requiresGrad: true });
 * square([x], undefined).backward();
 * console.log(x.grad!.item()); // => 6
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */ export function defineOp<Args>(definition: OpDefinition<Args>): Op<Args> {
  const { name, forward } = definition;
  const derivative = definition as Derivative<unknown>;
  return (inputs, args) => {
    if (inputs.length > 1) requireOneBackend(name, inputs);
    else requireTensor(name, inputs[0]);
    if (!isGradEnabled() || !anyTracked(inputs)) return forward(inputs, args);
    const output = untracked(forward, inputs, args);
    if (isFloating(output.dtype)) {
      output.tracked = true;
      output.node = new Node(derivative, inputs, args, output);
    }
    return output;
  };
}

function anyTracked(inputs: readonly Tensor[]): boolean {
  for (let i = 0; i < inputs.length; i++) if (inputs[i]!.tracked) return true;
  return false;
}

function untracked<Args>(forward: OpDefinition<Args>['forward'], inputs: readonly Tensor[], args: Args): Tensor {
  setGradEnabled(false);
  try {
    return forward(inputs, args);
  } finally {
    setGradEnabled(true);
  }
}

/** @internal Makes a tracked operation of one tensor; see {@link defineOp}. */
/* @__NO_SIDE_EFFECTS__ */ export function defineSingle<Args>(
  name: string,
  forward: (x: Tensor, args: Args) => Tensor,
  backward: Rule<Args>,
): (x: Tensor, args: Args) => Tensor {
  const op = defineOp<Args>({ name, forward: (inputs, args) => forward(inputs[0]!, args), backward });
  return (x, args) => op([x], args);
}
