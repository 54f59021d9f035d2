import { grad, manualSeed, type Tensor } from '@kindling/tensor-core';
import * as more from '@kindling/tensor-core/more';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { parse, type Run, type Written } from './values.js';

/** The slope of the sum of squares, whose gradient is a second derivative. */
const slope = (y: Tensor, x: Tensor): Tensor => grad([y.mul(y).sum()], [x], { createGraph: true })[0]!;

const number = (value: unknown): number => parse(value as Written);

/** The operations of `@kindling/tensor-core/more`; more_ops.py has the same table for PyTorch. */
export const moreOperations: Readonly<Record<string, Run>> = {
  amax: ([x], { dim, keepdim }) => more.amax(x!, dim as number[], { keepdim: keepdim === true }),
  amin: ([x], { dim, keepdim }) => more.amin(x!, dim as number[], { keepdim: keepdim === true }),
  bincount: ([x, weights], options) => more.bincount(x!, { ...options, ...(weights === undefined ? {} : { weights }) }),
  bmm: ([a, b]) => more.bmm(a!, b!),
  countNonzero: ([x], { dim }) => more.countNonzero(x!, dim as number),
  cumprod: ([x], { dim }) => more.cumprod(x!, dim as number),
  cumprodSlope: ([x], { dim }) => slope(more.cumprod(x!, dim as number), x!),
  einsum: (operands, { equation }) => more.einsum(equation as string, ...operands),
  histc: ([x], { bins, ...options }) => more.histc(x!, bins as number, options),
  indexAdd: ([x, index, source], { dim, ...options }) => more.indexAdd(x!, dim as number, index!, source!, options),
  lerp: ([a, b, weight]) => more.lerp(a!, b!, weight!),
  lerpNumber: ([a, b], { weight }) => more.lerp(a!, b!, number(weight)),
  log2: ([x]) => more.log2(x!),
  log10: ([x]) => more.log10(x!),
  logaddexp: ([a, b]) => more.logaddexp(a!, b!),
  logaddexpSlope: ([a, b]) => slope(more.logaddexp(a!, b!), a!),
  median: ([x], { dim, ...options }) => {
    if (dim === undefined) return more.median(x!);
    const { values, indices } = more.median(x!, dim as number, options);
    return [values, indices];
  },
  movedim: ([x], { source, destination }) => more.movedim(x!, source as number[], destination as number[]),
  multinomial: ([weights], { n, seed, ...options }) => {
    manualSeed(seed as number, { engine: TorchGenerator });
    return more.multinomial(weights!, n as number, options);
  },
  nanToNum: ([x], options) => more.nanToNum(x!, options),
  quantile: ([x], { q, dim, ...options }) => more.quantile(x!, q as number[], dim as number | undefined, options),
  repeatInterleave: ([x], { repeats, dim }) =>
    more.repeatInterleave(x!, repeats as number[], dim as number | undefined),
  scatter: ([x, index, source], { dim }) => more.scatter(x!, dim as number, index!, source!),
  scatterNumber: ([x, index], { dim, value }) => more.scatter(x!, dim as number, index!, number(value)),
  searchsorted: ([sorted, values], options) => more.searchsorted(sorted!, values!, options),
  takeAlongDim: ([x, index], { dim }) => more.takeAlongDim(x!, index!, dim as number | undefined),
  trunc: ([x]) => more.trunc(x!),
  unique: ([x], options) => {
    const { values, inverse, counts } = more.unique(x!, options);
    return [values, inverse, counts];
  },
};
