// What operations of layers share: they multiply with a weight, add a bias, and end in an activation. Used by `conv2d` and
// by nn's `linear`.
import { checkChoice } from '@internal/arguments';
import type { Saved } from '../autograd/node.js';
import type { Activation, Buffer, FusedKernels, View } from '../backend.js';
import { defineOp, type Op, type OpDefinition } from '../define-op.js';
import { ArgumentError, DTypeError, ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import { type Tensor, wrap } from '../tensor.js';
import { activationBackward } from './activation-backward.js';

interface Activated {
  readonly activation: Activation;
  /** The dimensions of a result besides rows and outputs; default none. */
  readonly counts?: readonly number[];
}

interface LayerDefinition<Args> extends Pick<OpDefinition<Args>, 'backward'> {
  /** The result in float32, from one kernel; nothing where there is none. */
  fused(kernels: Partial<FusedKernels>, x: Tensor, weight: Tensor, bias: Tensor | null, args: Args): Buffer | undefined;
  /** The result before its activation. */
  composed(x: Tensor, weight: Tensor, bias: Tensor | null, args: Args): Tensor;
  /** All gradients that are wanted, from one kernel; nothing where there is none. */
  gradients(
    kernels: Partial<FusedKernels>,
    grad: View,
    x: View,
    weight: View,
    y: View,
    args: Args,
    wanted: readonly boolean[],
  ): readonly (Buffer | null)[] | null | undefined;
}

/** @internal The kernels for a tensor's dtype. */
export const kernelsFor = (x: Tensor): Partial<FusedKernels> => (x.dtype === 'float32' && x.backend.fused) || {};

/**
 * Makes the operation of a layer, whose weight has as many rows as there are outputs.
 *
 * PyTorch's printing names the last operation, so each activation has one of its own name; `name` is that without any.
 *
 * @internal
 */
/* @__NO_SIDE_EFFECTS__ */ export function defineLayer<Args extends Activated>(
  name: string,
  { fused, composed, gradients, backward }: LayerDefinition<Args>,
): Op<Args> {
  const definition: Omit<OpDefinition<Args>, 'name'> = {
    forward(inputs, args) {
      const x = inputs[0]!;
      const weight = inputs[1]!;
      const bias = inputs[2] ?? null;
      const made = fused(kernelsFor(x), x, weight, bias, args);
      if (made) return wrap(made, [x.shape[0]!, weight.shape[0]!, ...(args.counts ?? [])]);
      const y = composed(x, weight, bias, args);
      return args.activation === 'identity' ? y : y[args.activation]();
    },
    backward,
    prepare: beforeActivation,
    together(g, saved, wanted) {
      const { inputs, args } = saved;
      // Values are read, and so checked, only where they are needed.
      const x = wanted[1] ? saved.a : inputs[0]!;
      const weight = wanted[0] ? saved.b : inputs[1]!;
      const y = args.activation === 'identity' ? g : saved.y;
      const made = gradients(kernelsFor(g), g, x, weight, y, args, wanted);
      return made ? inputs.map((input, i) => (wanted[i] ? wrap(made[i]!, input.shape) : null)) : null;
    },
  };
  const define = (own: string): Op<Args> => defineOp({ ...definition, name: own });
  const ops: Readonly<Record<Activation, Op<Args>>> = {
    identity: define(name),
    relu: define('relu'),
    sigmoid: define('sigmoid'),
    tanh: define('tanh'),
  };
  return (inputs, args) => ops[args.activation](inputs, args);
}

/** The gradient before the activation, with which all derivatives begin. */
function beforeActivation(g: Tensor, saved: Saved<Activated>): Tensor {
  const { activation } = saved.args;
  return activation === 'identity' ? g : activationBackward(activation, g, saved.y);
}

const activations = ['identity', 'relu', 'sigmoid', 'tanh'];

/**
 * Checks a layer's bias [o] against its weight [o, …], the dtypes of all and the activation; the name is asked for where
 * one is wrong.
 *
 * @internal
 */
export function checkLayer(
  name: () => string,
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  activation: Activation,
): void {
  const { dtype } = weight;
  if (!activations.includes(activation)) {
    checkChoice(ArgumentError, name(), 'the activation', activation, activations);
  }
  if (bias !== null && (bias.ndim !== 1 || bias.shape[0] !== weight.shape[0])) {
    throw new ShapeError(`${name()}: the bias is ${formatShape(bias.shape)}, not [${weight.shape[0]}]`);
  }
  if (x.dtype !== dtype || (bias !== null && bias.dtype !== dtype)) {
    const got = x.dtype !== dtype ? `the input is ${x.dtype}` : `the bias is ${bias?.dtype}`;
    throw new DTypeError(`${name()}: ${got}, the weight ${dtype}`);
  }
}
