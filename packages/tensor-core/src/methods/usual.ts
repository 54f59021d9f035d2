/**
 * The methods that every program has. An operation's file declares their types.
 *
 * @module
 */
import { toJSON, toPrimitive } from '../as-a-value.js';
import { backward } from '../autograd/backward.js';
import { normal_, uniform_ } from '../create/random.js';
import { abs } from '../ops/abs.js';
import { add } from '../ops/add.js';
import { all } from '../ops/all.js';
import { any } from '../ops/any.js';
import { argmax } from '../ops/argmax.js';
import { argmin } from '../ops/argmin.js';
import { cast } from '../ops/cast.js';
import { ceil } from '../ops/ceil.js';
import { clamp } from '../ops/clamp.js';
import { clone, contiguous, detach } from '../ops/clone.js';
import { cos } from '../ops/cos.js';
import { div } from '../ops/div.js';
import { eq } from '../ops/eq.js';
import { exp } from '../ops/exp.js';
import { expand } from '../ops/expand.js';
import { expm1 } from '../ops/expm1.js';
import { flatten } from '../ops/flatten.js';
import { floor } from '../ops/floor.js';
import { gather } from '../ops/gather.js';
import { ge } from '../ops/ge.js';
import { gt } from '../ops/gt.js';
import { add_, clamp_, copy_, div_, fill_, mul_, sub_, zero_ } from '../ops/in-place.js';
import { indexSelect } from '../ops/index-select.js';
import { isfinite } from '../ops/isfinite.js';
import { isnan } from '../ops/isnan.js';
import { le } from '../ops/le.js';
import { log } from '../ops/log.js';
import { logSoftmax } from '../ops/log-softmax.js';
import { log1p } from '../ops/log1p.js';
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
import { rsqrt } from '../ops/rsqrt.js';
import { select, unbind } from '../ops/select.js';
import { sigmoid } from '../ops/sigmoid.js';
import { sign } from '../ops/sign.js';
import { sin } from '../ops/sin.js';
import { narrow, slice } from '../ops/slice.js';
import { softmax } from '../ops/softmax.js';
import { sqrt } from '../ops/sqrt.js';
import { squeeze, unsqueeze } from '../ops/squeeze.js';
import { std } from '../ops/std.js';
import { sub } from '../ops/sub.js';
import { sum } from '../ops/sum.js';
import { tanh } from '../ops/tanh.js';
import { matrixTranspose, transpose } from '../ops/transpose.js';
import { variance } from '../ops/var.js';
import { where } from '../ops/where.js';
import { formatTensor } from '../print.js';
import { item, readNow, to, tolist } from '../read.js';
import { size } from '../size.js';
import { Tensor } from '../tensor.js';
import { defineListMethods, defineMethods, type Methods } from './define.js';

defineMethods({
  abs,
  add,
  add_: add_ as never,
  all,
  any,
  argmax,
  argmin,
  backward,
  bool: (x) => cast(x, 'bool'),
  ceil,
  clamp,
  clamp_: clamp_ as never,
  clone,
  contiguous,
  copy_: copy_ as never,
  cos,
  data: (x) => x.backend.read(x),
  dataSync: (x) => readNow('dataSync', x),
  detach,
  dim: (x) => x.ndim,
  div,
  div_: div_ as never,
  double: (x) => cast(x, 'float64'),
  eq,
  exp,
  expm1,
  fill_: fill_ as never,
  flatten,
  float: (x) => cast(x, 'float32'),
  floor,
  gather,
  ge,
  gt,
  indexSelect,
  int: (x) => cast(x, 'int32'),
  isfinite,
  isnan,
  item,
  le,
  log,
  log1p,
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
  normal_: normal_ as never,
  pow,
  reciprocal,
  relu,
  rsqrt,
  select,
  sigmoid,
  sign,
  sin,
  size: size as never,
  slice,
  softmax,
  sqrt,
  squeeze,
  std,
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
  unbind,
  uniform_: uniform_ as never,
  unsqueeze,
  var: variance,
  where: (x, condition, other) => where(condition, x, other),
  zero_: zero_ as never,
});
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
