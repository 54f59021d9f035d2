import type { TypedArray, UnaryOp } from '@kindling/tensor-core/backend';
import { errorFunction } from './erf.js';

/** Writes `n` results from `out[at]` on; reads `x` from `xi` by steps of `xs`. */
export type UnaryKernel = (out: TypedArray, at: number, x: TypedArray, xi: number, xs: number, n: number) => void;

const neg: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = -x[xi]!;
};

const abs: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.abs(x[xi]!);
};

// NaN gives 0, as in PyTorch.
const sign: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) {
    const v = x[xi]!;
    out[at + i] = v > 0 ? 1 : v < 0 ? -1 : 0;
  }
};

const exp: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.exp(x[xi]!);
};

const expm1: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.expm1(x[xi]!);
};

const log: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.log(x[xi]!);
};

const log1p: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.log1p(x[xi]!);
};

const sqrt: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.sqrt(x[xi]!);
};

const rsqrt: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = 1 / Math.sqrt(x[xi]!);
};

const reciprocal: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = 1 / x[xi]!;
};

const sin: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.sin(x[xi]!);
};

const cos: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.cos(x[xi]!);
};

const tanh: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.tanh(x[xi]!);
};

const sigmoid: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = logistic(x[xi]!);
};

const erf: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = errorFunction(x[xi]!);
};

// The comparison lets NaN and -0 through.
const relu: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) {
    const v = x[xi]!;
    // biome-ignore lint/complexity/useMathMinMax: it would turn -0 into 0, and is slower
    out[at + i] = v < 0 ? 0 : v;
  }
};

const floor: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.floor(x[xi]!);
};

const ceil: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = Math.ceil(x[xi]!);
};

const round: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = roundHalfEven(x[xi]!);
};

const isnan: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) {
    const v = x[xi]!;
    out[at + i] = Number.isNaN(v) ? 1 : 0;
  }
};

// inf - inf and NaN - NaN are NaN.
const isfinite: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) {
    const v = x[xi]!;
    out[at + i] = v - v === 0 ? 1 : 0;
  }
};

const logicalNot: UnaryKernel = (out, at, x, xi, xs, n) => {
  for (let i = 0; i < n; i++, xi += xs) out[at + i] = x[xi]! === 0 ? 1 : 0;
};

/** `1 / (1 + exp(-x))`, by the form that keeps its relative accuracy on either side of 0. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** The nearest integer; halves go to the even one. */
export function roundHalfEven(x: number): number {
  const up = Math.round(x);
  return up - x === 0.5 && up % 2 !== 0 ? up - 1 : up;
}

/** Every elementwise function of one operand, computed in double and rounded when stored. */
export const unaryKernels: Record<UnaryOp, UnaryKernel> = {
  neg,
  abs,
  sign,
  exp,
  expm1,
  log,
  log1p,
  sqrt,
  rsqrt,
  reciprocal,
  sin,
  cos,
  tanh,
  sigmoid,
  erf,
  relu,
  floor,
  ceil,
  round,
  isnan,
  isfinite,
  logicalNot,
};

/** The functions whose result is bool. */
export function givesBool(op: UnaryOp): boolean {
  return op === 'isnan' || op === 'isfinite' || op === 'logicalNot';
}
