/** The functions of fused kernels, one GLSL function each. */
import type { Activation, LossKind } from '@kindling/tensor-core/backend';
import type { GlslFunction } from './function.js';
import { float1 } from './scalar.js';

function floats(name: string, parameters: string, body: string, ...uses: string[]): GlslFunction {
  const typed = Object.fromEntries([...parameters].map((letter) => [letter, 'float' as const]));
  return { name, returns: 'float', parameters: typed, body, uses };
}

const losses: Record<LossKind, readonly [loss: string, slope: string, ...uses: string[]]> = {
  bce: [
    '(t - 1.0) * kdAtLeast(kdLog1p(-x)) - t * kdAtLeast(kdLog(x))',
    'kdDivide(x - t, max((1.0 - x) * x, 1e-12))',
    'kdAtLeast',
    'kdLog',
    'kdLog1p',
    'kdDivide',
  ],
  bceWithLogits: ['max(x, 0.0) - x * t + kdLog1p(kdExp(-abs(x)))', 'kdSigmoid(x) - t', 'kdLog1p', 'kdExp', 'kdSigmoid'],
  mse: ['(x - t) * (x - t)', '2.0 * (x - t)'],
};

/** The gradient of an activation from that of its result. */
const slopes: Record<Activation, string> = {
  identity: 'g',
  relu: 'y <= 0.0 ? 0.0 : g',
  sigmoid: 'g * y * (1.0 - y)',
  tanh: 'g * (1.0 - y * y)',
};

/** What the library has besides the operations of the contract. */
export const fusedFunctions: readonly GlslFunction[] = [
  // NaN stays.
  float1('kdAtLeast', 'return x < -100.0 ? -100.0 : x;'),
  float1('op_identity', 'return x;'),
  // Of a softmax, from what all of a row add up to.
  floats('softmaxSlope', 'gyt', 'return y * (g - t);'),
  floats('logSoftmaxSlope', 'gyt', 'return g - kdExp(y) * t;', 'kdExp'),
  ...Object.entries(slopes).map(([name, body]) => floats(`slope_${name}`, 'gy', `return ${body};`)),
  ...Object.entries(losses).flatMap(([name, [loss, slope, ...uses]]) => [
    floats(`loss_${name}`, 'xt', `return ${loss};`, ...uses),
    floats(`lossSlope_${name}`, 'gxts', `return g * s * (${slope});`, ...uses),
  ]),
];
