// What operations of layers share: they multiply with a weight, add a bias, and end in an activation. Used by `conv2d` and
// by nn's `linear`.
import type { Saved } from '../autograd/node.js';
import type { Activation } from '../backend.js';
import { defineOp, type Op, type OpDefinition } from '../define-op.js';
import { DTypeError, ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { activationBackward } from './activation-backward.js';

interface Activated {
  readonly activation: Activation;
}

/**
 * Makes the operation of a layer; `activate` is for its composed form.
 *
 * PyTorch's printing names the last operation, so each activation has one of its own name; `name` is that without any.
 *
 * @internal
 */
/* @__NO_SIDE_EFFECTS__ */ export function defineLayer<Args extends Activated>(
  name: string,
  definition: Omit<OpDefinition<Args>, 'name' | 'prepare'>,
): Op<Args> {
  const define = (own: string): Op<Args> => defineOp({ ...definition, name: own, prepare: beforeActivation });
  const ops: Readonly<Record<Activation, Op<Args>>> = {
    identity: define(name),
    relu: define('relu'),
    sigmoid: define('sigmoid'),
    tanh: define('tanh'),
  };
  return (inputs, args) => ops[args.activation](inputs, args);
}

/** @internal What an activation makes of x. */
export function activate(x: Tensor, activation: Activation): Tensor {
  return activation === 'identity' ? x : x[activation]();
}

/** The gradient before the activation, with which all derivatives begin. */
function beforeActivation(g: Tensor, saved: Saved<Activated>): Tensor {
  const { activation } = saved.args;
  return activation === 'identity' ? g : activationBackward(activation, g, saved.y);
}

/** @internal Checks a layer's bias [o] against its weight [o, …], and the dtypes of all; the name is asked for where one is wrong. */
export function checkLayer(name: () => string, x: Tensor, weight: Tensor, bias: Tensor | null): void {
  const { dtype } = weight;
  if (bias !== null && (bias.ndim !== 1 || bias.shape[0] !== weight.shape[0])) {
    throw new ShapeError(`${name()}: the bias is ${formatShape(bias.shape)}, not [${weight.shape[0]}]`);
  }
  if (x.dtype !== dtype || (bias !== null && bias.dtype !== dtype)) {
    const got = x.dtype !== dtype ? `the input is ${x.dtype}` : `the bias is ${bias?.dtype}`;
    throw new DTypeError(`${name()}: ${got}, the weight ${dtype}`);
  }
}
