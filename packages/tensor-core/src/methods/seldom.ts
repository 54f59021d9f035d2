/**
 * The methods of seldom operations. Bundlers leave this file out, as package.json says that it has no side effects, unless
 * something imports a name of it, which `@kindling/tensor-core/methods` does.
 *
 * @module
 */
import { bernoulli_, normal_ } from '../create/random.js';
import { elu, gelu, leakyRelu, silu, softplus } from '../ops/activations.js';
import { withAlpha } from '../ops/alpha.js';
import { ceil } from '../ops/ceil.js';
import { clamp } from '../ops/clamp.js';
import { cos } from '../ops/cos.js';
import { cumsum } from '../ops/cumsum.js';
import { divWith } from '../ops/div-whole.js';
import { erf } from '../ops/erf.js';
import { expandAs } from '../ops/expand.js';
import { expm1 } from '../ops/expm1.js';
import { unflatten } from '../ops/flatten.js';
import { flip } from '../ops/flip.js';
import { floor } from '../ops/floor.js';
import { clamp_ } from '../ops/in-place.js';
import { isfinite } from '../ops/isfinite.js';
import { isnan } from '../ops/isnan.js';
import { log1p } from '../ops/log1p.js';
import { logicalXor } from '../ops/logical-xor.js';
import { logsumexp } from '../ops/logsumexp.js';
import { at, maskedSelect, nonzero } from '../ops/masked-select.js';
import { dot, mm, outer } from '../ops/matmul.js';
import { norm } from '../ops/norm.js';
import { pad } from '../ops/pad.js';
import { prod } from '../ops/prod.js';
import { rsqrt } from '../ops/rsqrt.js';
import { scatterAdd } from '../ops/scatter-add.js';
import { provideOptions } from '../ops/seldom-options.js';
import { unbind } from '../ops/select.js';
import { sign } from '../ops/sign.js';
import { sin } from '../ops/sin.js';
import { argsort, sort, topk } from '../ops/sort.js';
import { chunk, split } from '../ops/split.js';
import { std } from '../ops/std.js';
import { tril, triu } from '../ops/triangle.js';
import { variance } from '../ops/var.js';
import { provideNormals } from '../random/seedrandom.js';
import { fillNormal } from '../random/ziggurat.js';
import { Tensor } from '../tensor.js';
import { guardAssignments } from './assignments.js';
import { countOthers, defineCounted } from './counted.js';
import type { Methods } from './define.js';
import { usual } from './usual.js';

/** The seldom methods. */
export const seldom: Methods = {
  argsort,
  at,
  bernoulli_: bernoulli_ as never,
  ceil,
  chunk,
  clamp,
  clamp_: clamp_ as never,
  cos,
  cumsum,
  dot,
  elu,
  erf,
  expandAs,
  expm1,
  flip,
  floor,
  gelu,
  isfinite,
  isnan,
  leakyRelu,
  log1p,
  logicalXor,
  logsumexp,
  maskedSelect,
  mm,
  nonzero: nonzero as never,
  norm,
  normal_: normal_ as never,
  outer,
  pad,
  prod,
  rsqrt,
  scatterAdd,
  sign,
  silu,
  sin,
  softplus,
  sort,
  split,
  std,
  topk,
  tril,
  triu,
  unbind,
  unflatten,
  var: variance,
};

let done = false;

/** Gives tensors all that a page without it lacks; once. */
export function defineSeldom(): void {
  if (done) return;
  done = true;
  defineCounted(usual);
  defineCounted(seldom);
  countOthers();
  provideNormals(fillNormal);
  provideOptions({ div: divWith, alpha: withAlpha });
  // `Array.from(x)` and `new Float32Array(x)` ask for it, and make nothing where there is none. Rows for an iterator would
  // be compared by test runners with all that they are views of.
  Object.defineProperty(Tensor.prototype, 'length', {
    get(): never {
      throw new TypeError(
        'a Tensor has no length: take size(0) or numel(), tolist() for an array, unbind() for the rows',
      );
    },
    configurable: true,
  });
  // PyTorch's name, with which nothing would require gradients.
  Object.defineProperty(Tensor.prototype, 'requires_grad', {
    set(): never {
      throw new TypeError('a Tensor has no requires_grad; it is requiresGrad');
    },
    configurable: true,
  });
  guardAssignments();
  // Jest copies these of what it prints, and asks no getter, such as `T`, which not every tensor has.
  Object.defineProperty(Tensor.prototype, Symbol.for('@jest/serializableProperties'), {
    value: ['buffer', 'shape', 'strides', 'offset', 'count', 'dense', 'dtype'],
  });
}

defineSeldom();
