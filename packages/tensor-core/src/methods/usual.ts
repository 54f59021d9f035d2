/**
 * The methods that every program has. An operation's file declares their types.
 *
 * @module
 */
import { toJSON, toPrimitive } from '../as-a-value.js';
import { backward } from '../autograd/backward.js';
import { uniform_ } from '../create/random.js';
import { abs } from '../ops/abs.js';
import { add } from '../ops/add.js';
import { all } from '../ops/all.js';
import { any } from '../ops/any.js';
import { argmax } from '../ops/argmax.js';
import { argmin } from '../ops/argmin.js';
import { cast } from '../ops/cast.js';
import { clone, contiguous, detach } from '../ops/clone.js';
import { div } from '../ops/div.js';
import { eq } from '../ops/eq.js';
import { exp } from '../ops/exp.js';
import { expand } from '../ops/expand.js';
import { flatten } from '../ops/flatten.js';
import { gather } from '../ops/gather.js';
import { ge } from '../ops/ge.js';
import { gt } from '../ops/gt.js';
import { add_, copy_, div_, fill_, mul_, sub_, zero_ } from '../ops/in-place.js';
import { indexSelect } from '../ops/index-select.js';
import { le } from '../ops/le.js';
import { log } from '../ops/log.js';
import { logSoftmax } from '../ops/log-softmax.js';
import { logicalAnd } from '../ops/logical-and.js';
import { logicalNot } from '../ops/logical-not.js';
import { logicalOr } from '../ops/logical-or.js';
import { lt } from '../ops/lt.js';
import { matmul } from '../ops/matmul.js';
import { max } from '../ops/max.js';
import { maximum } from '../ops/maximum.js';
import { mean } from '../ops/mean.js';
import { min } from '../ops/min.js';
import { minimum } from '../ops/minimum.js';
import { mul } from '../ops/mul.js';
import { ne } from '../ops/ne.js';
import { neg } from '../ops/neg.js';
import { permute } from '../ops/permute.js';
import { pow } from '../ops/pow.js';
import { reciprocal } from '../ops/reciprocal.js';
import { relu } from '../ops/relu.js';
import { reshape, viewAs } from '../ops/reshape.js';
import { round } from '../ops/round.js';
import { select } from '../ops/select.js';
import { sigmoid } from '../ops/sigmoid.js';
import { narrow, slice } from '../ops/slice.js';
import { softmax } from '../ops/softmax.js';
import { sqrt } from '../ops/sqrt.js';
import { squeeze, unsqueeze } from '../ops/squeeze.js';
import { sub } from '../ops/sub.js';
import { sum } from '../ops/sum.js';
import { tanh } from '../ops/tanh.js';
import { matrixTranspose, transpose } from '../ops/transpose.js';
import { where } from '../ops/where.js';
import { formatTensor } from '../print.js';
import { item, readNow, to, tolist } from '../read.js';
import { size } from '../size.js';
import { Tensor } from '../tensor.js';
import { defineListMethods, defineMethods, type Methods } from './define.js';

/** The methods of one value, or of parameters by name. */
export const usual: Methods = {
  abs,
  add,
  add_: add_ as never,
  all,
  any,
  argmax,
  argmin,
  backward,
  bool: (x) => cast(x, 'bool'),
  clone,
  contiguous,
  copy_: copy_ as never,
  data: (x) => x.backend.read(x),
  dataSync: (x) => readNow('dataSync', x),
  detach,
  dim: (x) => x.ndim,
  div,
  div_: div_ as never,
  double: (x) => cast(x, 'float64'),
  eq,
  exp,
  fill_: fill_ as never,
  flatten,
  float: (x) => cast(x, 'float32'),
  gather,
  ge,
  gt,
  indexSelect,
  int: (x) => cast(x, 'int32'),
  item,
  le,
  log,
  logicalAnd,
  logicalNot,
  logicalOr,
  logSoftmax,
  lt,
  matmul,
  max: max as never,
  maximum,
  mean,
  min: min as never,
  minimum,
  mul,
  mul_: mul_ as never,
  narrow,
  ne,
  neg,
  pow,
  reciprocal,
  relu,
  round,
  select,
  sigmoid,
  size: size as never,
  slice,
  softmax,
  sqrt,
  squeeze,
  sub,
  sub_: sub_ as never,
  sum,
  t: matrixTranspose,
  tanh,
  to: to as never,
  toJSON,
  tolist: tolist as never,
  toString: formatTensor as never,
  transpose,
  uniform_: uniform_ as never,
  unsqueeze,
  where: (x, condition, other) => where(condition, x, other),
  zero_: zero_ as never,
};

defineMethods(usual);
defineMethods({
  [Symbol.toPrimitive]: toPrimitive,
  // Where Node looks for how `console.log` shows an object; a subclass prints itself.
  [Symbol.for('nodejs.util.inspect.custom')]: String,
} as Methods);
defineListMethods({ expand, permute, reshape, view: viewAs });

Object.defineProperties(Tensor.prototype, {
  T: {
    get(this: Tensor) {
      return matrixTranspose(this);
    },
    configurable: true,
  },
  mT: {
    get(this: Tensor) {
      return transpose(this, -2, -1);
    },
    configurable: true,
  },
  // Vue makes no deep proxy of what says so: it would reach into the backend.
  __v_skip: { value: true },
});
