/** The operations of the contract, one GLSL function each. Numbers of every dtype are floats on the device. */
import type { ArithmeticOp, BinaryOp, ComparisonOp, DType, ReduceOp, UnaryOp } from '@kindling/tensor-core/backend';
import { type GlslFunction, makeLibrary } from './function.js';
import { fusedFunctions } from './fused.js';
import { float1, scalarFunctions } from './scalar.js';

const unary: Record<UnaryOp, { readonly body: string; readonly uses?: readonly string[] }> = {
  neg: { body: 'return -x;' },
  abs: { body: 'return abs(x);' },
  // NaN gives 0, as in PyTorch.
  sign: { body: 'return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : 0.0;' },
  exp: { body: 'return kdExp(x);', uses: ['kdExp'] },
  expm1: { body: 'return kdExpm1(x);', uses: ['kdExpm1'] },
  log: { body: 'return kdLog(x);', uses: ['kdLog'] },
  log1p: { body: 'return kdLog1p(x);', uses: ['kdLog1p'] },
  sqrt: { body: 'return kdSqrt(x);', uses: ['kdSqrt'] },
  rsqrt: {
    body: 'return kdIsInf(x) && x > 0.0 ? 0.0 : kdDivide(1.0, kdSqrt(x));',
    uses: ['kdIsInf', 'kdDivide', 'kdSqrt'],
  },
  reciprocal: { body: 'return kdDivide(1.0, x);', uses: ['kdDivide'] },
  sin: { body: 'return kdSin(x);', uses: ['kdSin'] },
  cos: { body: 'return kdCos(x);', uses: ['kdCos'] },
  tanh: { body: 'return kdTanh(x);', uses: ['kdTanh'] },
  sigmoid: { body: 'return kdSigmoid(x);', uses: ['kdSigmoid'] },
  erf: { body: 'return kdErf(x);', uses: ['kdErf'] },
  // Asked first, as a compiler may make `max(x, 0.0)` of the rest, which drops NaN.
  relu: { body: 'return kdIsNan(x) ? x : x < 0.0 ? 0.0 : x;', uses: ['kdIsNan'] },
  floor: { body: 'return floor(x);' },
  ceil: { body: 'return ceil(x);' },
  round: { body: 'return roundEven(x);' },
  isnan: { body: 'return kdIsNan(x) ? 1.0 : 0.0;', uses: ['kdIsNan'] },
  isfinite: { body: 'return kdIsNan(x) || kdIsInf(x) ? 0.0 : 1.0;', uses: ['kdIsNan', 'kdIsInf'] },
  logicalNot: { body: 'return kdIsTrue(x) ? 0.0 : 1.0;', uses: ['kdIsTrue'] },
};

const power = `
  if (y == 0.0 || x == 1.0) return 1.0;
  if (kdIsNan(x) || kdIsNan(y)) return kdNan();
  float size = abs(x);
  if (kdIsInf(y)) return size == 1.0 ? 1.0 : (size > 1.0) == (y > 0.0) ? kdInf() : 0.0;
  // A float of 2^24 or more is even.
  bool whole = floor(y) == y;
  bool odd = whole && abs(y) < 16777216.0 && (int(abs(y)) & 1) == 1;
  if (x < 0.0 && !whole && !kdIsInf(x)) return kdNan();
  float result = 1.0;
  if (size == 0.0 || kdIsInf(x)) {
    result = (size == 0.0) == (y > 0.0) ? 0.0 : kdInf();
  } else if (y == 0.5) {
    result = sqrt(size);
  } else {
    // By squaring where that is exact, or as good as: for small powers, and whole numbers that stay below 2^24.
    bool exact = whole && abs(y) <= 24.0;
    float square = size;
    for (int n = exact ? int(abs(y)) : 0; n > 0; n >>= 1) {
      if ((n & 1) == 1) result *= square;
      square *= square;
    }
    exact = exact && (abs(y) <= 3.0 || (floor(size) == size && result < 16777216.0));
    if (!exact) result = kdPower(size, y);
    else if (y < 0.0) result = kdDivide(1.0, result);
  }
  return odd && kdIsNegative(x) ? -result : result;`;

const powerInt = `
  int base = int(x);
  int n = int(y);
  if (n < 0) return base == 1 ? 1.0 : base == -1 ? ((n & 1) == 0 ? 1.0 : -1.0) : 0.0;
  int result = 1;
  for (; n > 0; n >>= 1) {
    if ((n & 1) == 1) result *= base;
    base *= base;
  }
  return float(result);`;

interface Pair {
  readonly body: string;
  readonly uses?: readonly string[];
}

/** The first NaN, else what `choice` says. */
const orNan = (choice: string): Pair => ({
  body: `return kdIsNan(x) ? x : kdIsNan(y) ? y : ${choice};`,
  uses: ['kdIsNan'],
});

const arithmetic: Record<ArithmeticOp, Pair> = {
  add: { body: 'return x + y;' },
  sub: { body: 'return x - y;' },
  mul: { body: 'return x * y;' },
  div: { body: 'return kdDivide(x, y);', uses: ['kdDivide'] },
  pow: {
    body: power,
    uses: ['kdNan', 'kdInf', 'kdIsNan', 'kdIsInf', 'kdIsNegative', 'kdDivide', 'kdPower'],
  },
  maximum: orNan('max(x, y)'),
  minimum: orNan('min(x, y)'),
};

/** Arithmetic of int32, which wraps as integers do; division is cut towards 0, and by 0 gives 0. */
const arithmeticInt: Record<ArithmeticOp, Pair> = {
  ...arithmetic,
  add: { body: 'return float(int(x) + int(y));' },
  sub: { body: 'return float(int(x) - int(y));' },
  mul: { body: 'return float(int(x) * int(y));' },
  div: { body: 'return y == 0.0 ? 0.0 : float(int(x) / int(y));' },
  pow: { body: powerInt },
};

const truth = (test: string): Pair => ({ body: `return (${test}) ? 1.0 : 0.0;`, uses: ['kdIsTrue', 'kdIsNan'] });

const comparison: Record<ComparisonOp, Pair> = {
  eq: truth('x == y && !kdIsNan(x)'),
  ne: truth('x != y || kdIsNan(x) || kdIsNan(y)'),
  lt: truth('x < y'),
  le: truth('x <= y'),
  gt: truth('x > y'),
  ge: truth('x >= y'),
  logicalAnd: truth('kdIsTrue(x) && kdIsTrue(y)'),
  logicalOr: truth('kdIsTrue(x) || kdIsTrue(y)'),
  logicalXor: truth('kdIsTrue(x) != kdIsTrue(y)'),
};

/** Bool arithmetic is logic, as in PyTorch; there is no subtraction, division or power of truth values. */
const arithmeticBool: Partial<Record<BinaryOp, ComparisonOp>> = {
  add: 'logicalOr',
  mul: 'logicalAnd',
  maximum: 'logicalOr',
  minimum: 'logicalAnd',
};

function pair(name: string, { body, uses }: Pair): GlslFunction {
  return { name, returns: 'float', parameters: { x: 'float', y: 'float' }, body, uses: uses ?? [] };
}

/** Every GLSL function that kernels call. */
export const library = makeLibrary(
  ...scalarFunctions,
  ...fusedFunctions,
  ...Object.entries(unary).map(([op, { body, uses = [] }]) => float1(`op_${op}`, body, ...uses)),
  ...Object.entries(arithmetic).map(([op, of]) => pair(`op_${op}`, of)),
  ...Object.entries(arithmeticInt).map(([op, of]) => pair(`op_${op}_int32`, of)),
  ...Object.entries(comparison).map(([op, of]) => pair(`op_${op}`, of)),
  // Conversions: to int32 what is not finite becomes 0, as JavaScript has it.
  float1('to_int32', 'return kdIsNan(x) || kdIsInf(x) ? 0.0 : trunc(x);', 'kdIsNan', 'kdIsInf'),
  float1('to_bool', 'return kdIsTrue(x) ? 1.0 : 0.0;', 'kdIsTrue'),
  // Whether x takes the place of the best so far, y: the first NaN stays. Also: x comes after y in ascending order.
  pair('beats_max', truth('!kdIsNan(y) && (kdIsNan(x) || x > y)')),
  pair('beats_min', truth('!kdIsNan(y) && (kdIsNan(x) || x < y)')),
  // The four elements of a texel of a texture that is 2^shift wide, and the one at an index.
  {
    name: 'kdTexel',
    returns: 'vec4',
    parameters: { elements: 'sampler2D', shift: 'int', number: 'int' },
    body: 'return texelFetch(elements, ivec2(number & ((1 << shift) - 1), number >> shift), 0);',
  },
  {
    name: 'kdFetch',
    returns: 'float',
    parameters: { elements: 'sampler2D', shift: 'int', index: 'int' },
    body: 'return kdPart(kdTexel(elements, shift, index >> 2), index & 3);',
    uses: ['kdTexel', 'kdPart'],
  },
  // A texel of a plane by its middle, times what a texel's width and height are of the whole; and by its number.
  {
    name: 'kdPlane',
    returns: 'vec4',
    parameters: { plane: 'sampler2D', scale: 'vec2', x: 'float', y: 'float' },
    body: 'return texture(plane, vec2(x, y) * scale);',
  },
  {
    name: 'kdPlaneAt',
    returns: 'vec4',
    parameters: { plane: 'sampler2D', x: 'int', y: 'int' },
    body: 'return texelFetch(plane, ivec2(x, y), 0);',
  },
  {
    name: 'kdPart',
    returns: 'float',
    parameters: { texel: 'vec4', number: 'int' },
    // By selection: a component by number would go through memory on many devices.
    body: `
  bool odd = (number & 1) == 1;
  return mix(mix(texel.x, texel.y, odd), mix(texel.z, texel.w, odd), (number & 2) == 2);`,
  },
  {
    name: 'choose',
    returns: 'float',
    parameters: { test: 'float', x: 'float', y: 'float' },
    body: 'return test != 0.0 ? x : y;',
  },
);

/** The library function of a unary operation. */
export function unaryFunction(op: UnaryOp): string {
  return `op_${op}`;
}

/** The library function of a binary operation on elements of a dtype. */
export function binaryFunction(op: BinaryOp, dtype: DType): string {
  if (op in comparison) return `op_${op}`;
  if (dtype === 'int32') return `op_${op}_int32`;
  if (dtype !== 'bool') return `op_${op}`;
  const logical = arithmeticBool[op];
  if (logical === undefined) throw new Error(`gpu: ${op}: bool has none`);
  return `op_${logical}`;
}

/** Whether the result of a binary operation is bool whatever it is of. */
export function isComparison(op: BinaryOp): boolean {
  return op in comparison;
}

/** Whether the result of a unary operation is bool whatever it is of. */
export function givesBool(op: UnaryOp): boolean {
  return op === 'isnan' || op === 'isfinite' || op === 'logicalNot';
}

/** How a reduction goes on, and the GLSL of what it starts from. */
export interface Reduction {
  readonly fold: string;
  readonly identity: string;
}

/** The {@link Reduction} of an operation; truth values: any for a sum, all for a product. */
export function reduction(op: ReduceOp, dtype: DType): Reduction {
  if (op === 'max' || (op === 'sum' && dtype === 'bool')) return { fold: 'op_maximum', identity: '-kdInf()' };
  if (op === 'min' || (op === 'prod' && dtype === 'bool')) return { fold: 'op_minimum', identity: 'kdInf()' };
  return op === 'sum' ? { fold: 'op_add', identity: '0.0' } : { fold: 'op_mul', identity: '1.0' };
}
