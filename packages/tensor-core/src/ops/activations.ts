import { checkChoice } from '@internal/arguments';
import { requireNumber, requireOptions, requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ArgumentError } from '../errors.js';
import { type Tensor, wrap } from '../tensor.js';
import { add } from './add.js';
import { div } from './div.js';
import { requireFloat } from './elementwise.js';
import { erf } from './erf.js';
import { exp } from './exp.js';
import { expm1 } from './expm1.js';
import { gt } from './gt.js';
import { le } from './le.js';
import { log1p } from './log1p.js';
import { lt } from './lt.js';
import { mul } from './mul.js';
import { sigmoid } from './sigmoid.js';
import { sub } from './sub.js';
import { tanh } from './tanh.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link leakyRelu}. */
    leakyRelu(negativeSlope?: number): Tensor;
    /** See {@link elu}. */
    elu(alpha?: number): Tensor;
    /** See {@link gelu}. */
    gelu(options?: GeluOptions): Tensor;
    /** See {@link silu}. */
    silu(): Tensor;
    /** See {@link softplus}. */
    softplus(options?: SoftplusOptions): Tensor;
  }
}

/** Which formula {@link gelu} uses. */
export interface GeluOptions {
  /** `'none'` (default): the error function; `'tanh'`: its approximation. */
  approximate?: 'none' | 'tanh';
}

/** The shape of {@link softplus}. */
export interface SoftplusOptions {
  /** How sharp the bend is; default 1. */
  beta?: number;
  /** Where `x * beta` is above it, the result is `x`; default 20. */
  threshold?: number;
}

/**
 * `x` above 0, `negativeSlope * x` elsewhere.
 *
 * @param negativeSlope - default 0.01.
 * @throws `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { leakyRelu, tensor } from '@kindling/tensor-core';
 * console.log(leakyRelu(tensor([-4, 2]), 0.25).tolist()); // => [ -1, 2 ]
 * ```
 */
export function leakyRelu(x: Tensor, negativeSlope = 0.01): Tensor {
  requireTensor('leakyRelu', x);
  requireNumber('leakyRelu', 'negativeSlope', negativeSlope);
  return where(gt(requireFloat('leakyRelu', x), 0), x, mul(x, negativeSlope));
}

const eluOp = defineSingle<number>(
  'elu',
  (x, alpha) => where(gt(requireFloat('elu', x), 0), x, mul(expm1(x), alpha)),
  // A large x would make the branch that is not chosen infinite, and its own derivative NaN. As PyTorch has it, NaN lets the
  // gradient through, and the second derivative at 0 is 0.
  (g, { a, args: alpha }) => where(le(a, 0), mul(g, mul(exp(where(lt(a, 0), a, 0)), alpha)), g),
);

/**
 * `x` above 0, `alpha * (exp(x) - 1)` elsewhere (Clevert, Unterthiner and Hochreiter, 2015).
 *
 * @param alpha - default 1.
 * @throws `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { elu, tensor } from '@kindling/tensor-core';
 * console.log(String(elu(tensor([-1, 2])))); // => tensor([-0.6321,  2.0000])
 * ```
 */
export function elu(x: Tensor, alpha = 1): Tensor {
  requireTensor('elu', x);
  requireNumber('elu', 'alpha', alpha);
  return eluOp(x, alpha);
}

/**
 * `x` times the normal distribution's cumulative probability of `x` (Hendrycks and Gimpel, 2016).
 *
 * @throws `DTypeError` for int32 and bool; `ArgumentError` for another formula.
 * @example
 * ```ts
 * import { gelu, tensor } from '@kindling/tensor-core';
 * console.log(String(gelu(tensor([-1, 1])))); // => tensor([-0.1587,  0.8413])
 * ```
 */
export function gelu(x: Tensor, options: GeluOptions = {}): Tensor {
  requireTensor('gelu', x);
  requireOptions('gelu', options, { approximate: 1 });
  const { approximate = 'none' } = options;
  checkChoice(ArgumentError, 'gelu', 'approximate', approximate, ['none', 'tanh']);
  requireFloat('gelu', x);
  if (approximate === 'none') return geluOp(x, undefined);
  return mul(x, halved(tanh(mul(add(x, mul(mul(mul(x, x), x), 0.044715)), Math.sqrt(2 / Math.PI)))));
}

const halved = (x: Tensor): Tensor => mul(add(x, 1), 0.5);
const probability = (x: Tensor): Tensor => halved(erf(mul(x, Math.SQRT1_2)));

const geluOp = defineSingle<undefined>(
  'gelu',
  (x) => {
    const made = x.backend.fused?.gelu?.(x);
    return made ? wrap(made, x.shape) : mul(x, probability(x));
  },
  (g, { a }) => {
    const density = mul(exp(mul(mul(a, a), -0.5)), 1 / Math.sqrt(2 * Math.PI));
    return mul(g, add(probability(a), mul(a, density)));
  },
);

// As a composition the gradient would be inf * 0 where g * x overflows.
const siluOp = defineSingle<undefined>(
  'silu',
  (x) => mul(requireFloat('silu', x), sigmoid(x)),
  (g, { a }) => {
    const s = sigmoid(a);
    return mul(g, mul(s, add(mul(a, sub(1, s)), 1)));
  },
);

/**
 * `x * sigmoid(x)`, also called swish.
 *
 * @throws `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { silu, tensor } from '@kindling/tensor-core';
 * console.log(String(silu(tensor([-1, 1])))); // => tensor([-0.2689,  0.7311])
 * ```
 */
export function silu(x: Tensor): Tensor {
  requireTensor('silu', x);
  return siluOp(x, undefined);
}

const softplusOp = defineSingle<Required<SoftplusOptions>>(
  'softplus',
  (x, { beta, threshold }) => {
    const scaled = mul(requireFloat('softplus', x), beta);
    return where(gt(scaled, threshold), x, div(log1p(exp(scaled)), beta));
  },
  (g, { a, args: { beta, threshold } }) => {
    const scaled = mul(a, beta);
    return where(gt(scaled, threshold), g, mul(g, sigmoid(scaled)));
  },
);

/**
 * `log(1 + exp(beta * x)) / beta`: a smooth relu.
 *
 * @throws `DTypeError` for int32 and bool.
 * @example
 * ```ts
 * import { softplus, tensor } from '@kindling/tensor-core';
 * console.log(String(softplus(tensor([0, 30])))); // => tensor([ 0.6931, 30.0000])
 * ```
 */
export function softplus(x: Tensor, options: SoftplusOptions = {}): Tensor {
  requireTensor('softplus', x);
  requireOptions('softplus', options, { beta: 'number', threshold: 'number' });
  const { beta = 1, threshold = 20 } = options;
  requireNumber('softplus', 'beta', beta);
  requireNumber('softplus', 'threshold', threshold);
  return softplusOp(x, { beta, threshold });
}
