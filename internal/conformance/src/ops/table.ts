import * as functional from '@kindling/nn/functional';
import {
  arange,
  cat,
  conv2d,
  type DType,
  div,
  dot,
  eye,
  fold,
  full,
  grad,
  hstack,
  isclose,
  linspace,
  maskedFill,
  matmul,
  meshgrid,
  type NumberOrPair,
  oneHot,
  outer,
  pow,
  remainder,
  repeat,
  roll,
  square,
  stack,
  sub,
  type Tensor,
  unfold,
  vstack,
  where,
} from '@kindling/tensor-core';
import { moreOperations } from './more-table.js';
import { type Arguments, dtypes, type Kind, parse, type Run, type Written } from './values.js';

const method =
  (name: keyof Tensor): Run =>
  ([x, ...rest]) =>
    (x![name] as (...args: Tensor[]) => Tensor).apply(x, rest);

const reduction =
  (name: 'sum' | 'mean' | 'prod' | 'all' | 'any' | 'logsumexp'): Run =>
  ([x], { dim, keepdim }) =>
    (x![name] as (dim?: unknown, options?: object) => Tensor).call(x, dim, { keepdim: keepdim === true });

const spread =
  (name: 'var' | 'std'): Run =>
  ([x], { dim, ...options }) =>
    x![name](dim as number[] | undefined, options);

const extreme =
  (name: 'max' | 'min'): Run =>
  ([x], { dim, ...options }) => {
    if (dim === undefined) return x![name]();
    const { values, indices } = x![name](dim as number, options);
    return [values, indices];
  };

const number = (value: unknown): number => parse(value as Written);
const names = [
  ...['neg', 'abs', 'sign', 'exp', 'expm1', 'log', 'log1p', 'sqrt', 'rsqrt', 'reciprocal', 'sin', 'cos', 'tanh'],
  ...['sigmoid', 'erf', 'relu', 'floor', 'ceil', 'round', 'isnan', 'isfinite', 'logicalNot', 'silu', 'clone'],
  ...['add', 'sub', 'mul', 'div', 'pow', 'maximum', 'minimum', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'],
  ...['logicalAnd', 'logicalOr', 'logicalXor', 'maskedSelect', 'nonzero'],
] as (keyof Tensor)[];

/** Our operations under the names that the cases use; ops.py has the same table for PyTorch. */
export const operations: Readonly<Record<string, Run>> = {
  ...Object.fromEntries(names.map((name) => [name, method(name)])),
  ...moreOperations,
  square: ([x]) => square(x!),
  remainder: ([a, b]) => remainder(a!, b!),
  remainderNumber: ([x], { n }) => remainder(x!, number(n)),
  rremainderNumber: ([x], { n }) => remainder(number(n), x!),
  isclose: ([a, b], options) => isclose(a!, b!, options),
  repeat: ([x], { counts }) => repeat(x!, counts as number[]),
  roll: ([x], { shifts, dims }) => roll(x!, shifts as number, dims as number | undefined),
  maskedFill: ([x, mask], { value }) => maskedFill(x!, mask!, number(value)),
  maskedFillScalar: ([x, mask, value]) => maskedFill(x!, mask!, value!),
  rows: ([x, mask]) => x!.at(mask!),
  addNumber: ([x], { n }) => x!.add(number(n)),
  subNumber: ([x], { n }) => x!.sub(number(n)),
  mulNumber: ([x], { n }) => x!.mul(number(n)),
  divNumber: ([x], { n }) => x!.div(number(n)),
  powNumber: ([x], { n }) => x!.pow(number(n)),
  gtNumber: ([x], { n }) => x!.gt(number(n)),
  eqNumber: ([x], { n }) => x!.eq(number(n)),
  rsubNumber: ([x], { n }) => sub(number(n), x!),
  rdivNumber: ([x], { n }) => div(number(n), x!),
  rpowNumber: ([x], { n }) => pow(number(n), x!),
  leakyRelu: ([x], { slope }) => x!.leakyRelu(slope as number | undefined),
  elu: ([x], { alpha }) => x!.elu(alpha as number | undefined),
  gelu: ([x], args) => x!.gelu(args),
  softplus: ([x], args) => x!.softplus(args),
  clamp: ([x], { min, max }) => x!.clamp(min as number, max as number),
  where: ([condition, a, b]) => where(condition!, a!, b!),
  cast: ([x], { to }) => x!.to(dtypes[to as Kind]),
  sum: reduction('sum'),
  mean: reduction('mean'),
  prod: reduction('prod'),
  all: reduction('all'),
  any: reduction('any'),
  logsumexp: reduction('logsumexp'),
  var: spread('var'),
  std: spread('std'),
  max: extreme('max'),
  min: extreme('min'),
  argmax: ([x], { dim, ...options }) => x!.argmax(dim as number | undefined, options),
  argmin: ([x], { dim, ...options }) => x!.argmin(dim as number | undefined, options),
  cumsum: ([x], { dim }) => x!.cumsum(dim as number),
  softmax: ([x], { dim }) => x!.softmax(dim as number),
  logSoftmax: ([x], { dim }) => x!.logSoftmax(dim as number),
  norm: ([x], { p, dim, ...options }) => x!.norm(p === undefined ? 2 : number(p), dim as number[] | undefined, options),
  matmul: ([a, b]) => matmul(a!, b!),
  dot: ([a, b]) => dot(a!, b!),
  outer: ([a, b]) => outer(a!, b!),
  linear: ([x, weight, bias]) => x!.matmul(weight!.T).add(bias!),
  unfold: ([x], { kernel, ...options }) => unfold(x!, kernel as NumberOrPair, options),
  fold: ([x], { size, kernel, ...options }) => fold(x!, size as NumberOrPair, kernel as NumberOrPair, options),
  conv2d: ([x, weight, bias], options) => conv2d(x!, weight!, bias, options),
  cat: (xs, { dim }) => cat(xs, dim as number | undefined),
  stack: (xs, { dim }) => stack(xs, dim as number | undefined),
  hstack: (xs) => hstack(xs),
  vstack: (xs) => vstack(xs),
  meshgrid: (xs, args) => meshgrid(xs, args),
  indexSelect: ([x, index], { dim }) => x!.indexSelect(dim as number, index!),
  gather: ([x, index], { dim }) => x!.gather(dim as number, index!),
  scatterAdd: ([x, index, source], { dim }) => x!.scatterAdd(dim as number, index!, source!),
  sort: ([x], { dim, ...options }) => {
    const { values, indices } = x!.sort(dim as number, options);
    return [values, indices];
  },
  argsort: ([x], { dim, ...options }) => x!.argsort(dim as number | undefined, options),
  topk: ([x], { k, dim, ...options }) => {
    const { values, indices } = x!.topk(k as number, dim as number, options);
    return [values, indices];
  },
  flip: ([x], { dims }) => x!.flip(dims as number[]),
  pad: ([x], { padding, value }) => x!.pad(padding as number[], value === undefined ? 0 : number(value)),
  tril: ([x], { diagonal }) => x!.tril(diagonal as number | undefined),
  triu: ([x], { diagonal }) => x!.triu(diagonal as number | undefined),
  oneHot: ([x], { n }) => oneHot(x!, n as number | undefined),
  reshape: ([x], { shape }) => x!.reshape(shape as number[]),
  transpose: ([x], { dim0, dim1 }) => x!.transpose(dim0 as number, dim1 as number),
  permute: ([x], { dims }) => x!.permute(dims as number[]),
  expand: ([x], { shape }) => x!.expand(shape as number[]),
  squeeze: ([x], { dim }) => x!.squeeze(dim as number | undefined),
  unsqueeze: ([x], { dim }) => x!.unsqueeze(dim as number),
  select: ([x], { dim, index }) => x!.select(dim as number, index as number),
  narrow: ([x], { dim, start, length }) => x!.narrow(dim as number, start as number, length as number),
  slice: ([x], { dim, start, end, step }) => x!.slice(dim as number, start as number, end as number, step as number),
  split: ([x], { sizes, dim }) => x!.split(sizes as number[], dim as number | undefined),
  chunk: ([x], { chunks, dim }) => x!.chunk(chunks as number, dim as number | undefined),
  unbind: ([x], { dim }) => x!.unbind(dim as number | undefined),
  flatten: ([x], { start, end }) => x!.flatten(start as number | undefined, end as number | undefined),
  unflatten: ([x], { dim, sizes }) => x!.unflatten(dim as number, sizes as number[]),
  arange: (_, { start, end, step, dtype }) => arange(start as number, end as number, step as number, options(dtype)),
  linspace: (_, { start, end, steps, dtype }) =>
    linspace(start as number, end as number, steps as number, options(dtype)),
  eye: (_, { n, m, dtype }) => eye(n as number, m as number, options(dtype)),
  addAlpha: ([a, b], { alpha }) => a!.add(b!, { alpha: number(alpha) }),
  subAlpha: ([a, b], { alpha }) => a!.sub(b!, { alpha: number(alpha) }),
  roundDecimals: ([x], args) => x!.round(args),
  divRounded: ([a, b], { mode }) => a!.div(b!, { roundingMode: mode as 'floor' }),
  clampBetween: ([x, low, high]) => x!.clamp(low, high),
  clampBelow: ([x, high]) => x!.clamp(null, high),
  nonzeroTuple: ([x]) => x!.nonzero({ asTuple: true }),
  padMode: ([x], { padding, mode }) => functional.pad(x!, padding as number[], { mode: mode as 'reflect' }),
  sumAs: ([x], args) => x!.sum(undefined, typed(args)),
  prodAs: ([x], args) => x!.prod(undefined, typed(args)),
  meanAs: ([x], args) => x!.mean(undefined, typed(args)),
  cumsumAs: ([x], args) => x!.cumsum(args.dim as number, typed(args)),
  softmaxAs: ([x], args) => x!.softmax(args.dim as number, typed(args)),
  logSoftmaxAs: ([x], args) => x!.logSoftmax(args.dim as number, typed(args)),
  eluSlope: ([x]) => grad([x!.elu().sum()], [x!], { createGraph: true })[0]!,
  full: (_, { shape, value, dtype }) => full(shape as number[], number(value), options(dtype)),
};

const options = (kind: unknown): { dtype: DType } => ({ dtype: dtypes[kind as Kind] });
const typed = ({ dtype }: Arguments): { dtype: DType } => options(dtype);
