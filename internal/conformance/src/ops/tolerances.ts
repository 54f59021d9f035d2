import type { Tolerance } from './compare.js';

/** How far the results and the gradients of an operation may lie from PyTorch's. */
export interface Tolerances {
  readonly forward: Tolerance;
  readonly gradient: Tolerance;
}

/** Nothing is computed: elements are moved or chosen. */
const moves = new Set([
  ...['neg', 'abs', 'sign', 'relu', 'floor', 'ceil', 'round', 'clone', 'where', 'full', 'eye', 'clamp'],
  ...['cat', 'stack', 'hstack', 'vstack', 'meshgrid', 'indexSelect', 'gather', 'maskedSelect', 'sort', 'topk', 'flip'],
  ...['pad', 'tril', 'triu', 'reshape', 'transpose', 'permute', 'expand', 'squeeze', 'unsqueeze', 'select', 'narrow'],
  ...['slice', 'split', 'chunk', 'unbind', 'flatten', 'unflatten', 'unfold'],
  ...['padMode', 'clampBetween', 'clampBelow', 'nonzeroTuple'],
  ...['scatter', 'scatterNumber', 'takeAlongDim', 'repeatInterleave', 'movedim', 'trunc', 'nanToNum', 'unique'],
  ...['repeat', 'roll', 'rows', 'maskedFill', 'maskedFillScalar'],
]);

/** The larger of 0 and -0 is either, in PyTorch too (its vectorised and its scalar code differ). */
const chooses = new Set(['maximum', 'minimum', 'max', 'min', 'sort', 'topk', 'amax', 'amin', 'median']);

/** One operation that IEEE 754 says how to round. */
const single = new Set([
  ...['add', 'sub', 'mul', 'div', 'sqrt', 'reciprocal', 'cast', 'arange', 'linspace', 'leakyRelu'],
  ...[
    'addAlpha',
    'subAlpha',
    'divRounded',
    'roundDecimals',
    'addNumber',
    'subNumber',
    'mulNumber',
    'divNumber',
    'rsubNumber',
    'rdivNumber',
  ],
]);

/** Sums whose terms cancel: their error is one of the terms, not of the result. */
const cancels = new Set([
  ...['matmul', 'dot', 'linear', 'sum', 'mean', 'var', 'std', 'norm', 'cumsum', 'scatterAdd', 'gelu', 'silu', 'repeat'],
  ...[
    'addAlpha',
    'subAlpha',
    'padMode',
    'sumAs',
    'meanAs',
    'cumsumAs',
    'softmaxAs',
    'logSoftmaxAs',
    'softmax',
    'logSoftmax',
    'logsumexp',
    'arange',
    'linspace',
    'elu',
    'fold',
    'conv2d',
    'einsum',
    'bmm',
    'lerp',
    'lerpNumber',
    'quantile',
    'indexAdd',
    'logaddexp',
    'logaddexpSlope',
    'cumprod',
    'cumprodSlope',
  ],
]);

/** Derivatives such as `1 - y * y`, in which what is left of a result near 1 counts. */
const saturates = new Set(['tanh', 'sigmoid', ...cancels]);

/**
 * What the issue asks: in float32 one unit in the last place for operations that are rounded correctly, 2e-6 relative
 * for other functions and reductions; 1e-12 in float64. Where terms cancel, also a quarter of that of the largest element.
 */
export function tolerancesOf(op: string, double: boolean): Tolerances {
  const relative = double ? 1e-12 : 2e-6;
  // One or two steps of the denormal numbers, which a different order of operations makes.
  const underflow = double ? 1e-323 : op === 'silu' ? 2e-43 : 3e-45;
  const terms = cancels.has(op) ? { ofLargest: relative / 4 } : {};
  const gradient = { relative, underflow, ...(saturates.has(op) ? { ofLargest: relative / 4 } : terms) };
  if (chooses.has(op)) return { forward: { relative: 0 }, gradient };
  if (moves.has(op)) return { forward: { relative: 0, signedZeros: true }, gradient };
  if (!double && single.has(op)) return { forward: { relative: 0, ulps: 1, signedZeros: true, ...terms }, gradient };
  return {
    forward: { relative, underflow, ...terms, signedZeros: op in { sin: 1, tanh: 1, erf: 1, expm1: 1 } },
    gradient,
  };
}
