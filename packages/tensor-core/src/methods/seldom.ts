/**
 * The methods of seldom operations. Bundlers leave this file out, as package.json says that it has no side effects, unless
 * something imports a name of it, which `@kindling/tensor-core/methods` does.
 *
 * @module
 */
import { bernoulli_ } from '../create/random.js';
import { elu, gelu, leakyRelu, silu, softplus } from '../ops/activations.js';
import { cumsum } from '../ops/cumsum.js';
import { erf } from '../ops/erf.js';
import { expandAs } from '../ops/expand.js';
import { unflatten } from '../ops/flatten.js';
import { flip } from '../ops/flip.js';
import { logicalXor } from '../ops/logical-xor.js';
import { logsumexp } from '../ops/logsumexp.js';
import { at, maskedSelect, nonzero } from '../ops/masked-select.js';
import { dot, mm, outer } from '../ops/matmul.js';
import { norm } from '../ops/norm.js';
import { pad } from '../ops/pad.js';
import { prod } from '../ops/prod.js';
import { round } from '../ops/round.js';
import { scatterAdd } from '../ops/scatter-add.js';
import { argsort, sort, topk } from '../ops/sort.js';
import { chunk, split } from '../ops/split.js';
import { tril, triu } from '../ops/triangle.js';
import { defineMethods, type Methods } from './define.js';

/** The seldom methods. */
export const seldom: Methods = {
  argsort,
  at,
  bernoulli_: bernoulli_ as never,
  chunk,
  cumsum,
  dot,
  elu,
  erf,
  expandAs,
  flip,
  gelu,
  leakyRelu,
  logicalXor,
  logsumexp,
  maskedSelect,
  mm,
  nonzero: nonzero as never,
  norm,
  outer,
  pad,
  prod,
  round,
  scatterAdd,
  silu,
  softplus,
  sort,
  split,
  topk,
  tril,
  triu,
  unflatten,
};

defineMethods(seldom);
