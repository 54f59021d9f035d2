import { checkOptions, describe, type Known, wrong } from '@internal/arguments';
import { ArgumentError, DTypeError } from './errors.js';
import { Tensor } from './tensor.js';

/** @internal Throws unless an argument is a whole number from `least` on. */
export function requireWhole(name: string, what: string, value: unknown, least = 0): void {
  if (!Number.isInteger(value) || (value as number) < least)
    wrong(
      ArgumentError,
      name,
      what,
      `a whole number${least > Number.NEGATIVE_INFINITY ? ` from ${least}` : ''}`,
      value,
    );
}

/** @internal Throws unless an argument is a number, NaN among them. */
export function requireNumber(name: string, what: string, value: unknown): void {
  if (typeof value !== 'number') wrong(ArgumentError, name, what, 'a number', value);
}

/** @internal Throws unless an argument is true, false or not given. */
export function requireFlag(name: string, what: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'boolean') wrong(ArgumentError, name, what, 'true or false', value);
}

/** @internal Throws unless an argument can be called. */
export function requireFunction(name: string, what: string, value: unknown): void {
  if (typeof value !== 'function') wrong(ArgumentError, name, what, 'a function', value);
}

/** @internal Throws unless an argument is an array of whole numbers. */
export function requireWholes(name: string, what: string, value: unknown): asserts value is readonly number[] {
  if (!Array.isArray(value)) wrong(ArgumentError, name, what, 'an array of whole numbers', value);
  for (const one of value as unknown[])
    if (!Number.isInteger(one)) wrong(ArgumentError, name, `each number in ${what}`, 'whole', one);
}

/** @internal Throws unless an argument is a tensor. */
export function requireTensor(name: string, value: unknown, what = 'the input'): asserts value is Tensor {
  if (!(value instanceof Tensor)) notTensor(name, what, value);
}

/** @internal Throws unless an argument is a number or a tensor. */
export function requireOperand(name: string, value: unknown, what = 'an operand'): void {
  if (typeof value !== 'number' && !(value instanceof Tensor)) notTensor(name, what, value, 'a Tensor or a number');
}

/** @internal Throws unless an argument is an array of tensors. */
export function requireTensors(name: string, value: unknown, what = 'the input'): void {
  if (!Array.isArray(value)) wrong(ArgumentError, name, what, 'an array of Tensors', value);
  for (const [i, one] of (value as unknown[]).entries()) requireTensor(name, one, `tensor ${i}`);
}

function notTensor(name: string, what: string, value: unknown, wanted = 'a Tensor'): never {
  const { buffer, shape } = (value ?? {}) as { buffer?: unknown; shape?: unknown };
  // A bundle can hold the package twice.
  if (Array.isArray(shape) && typeof buffer === 'object' && !ArrayBuffer.isView(value)) {
    throw new ArgumentError(
      `${name}: ${what} is a Tensor of another copy of @kindling/tensor-core. \`npm ls @kindling/tensor-core\` shows who brings another`,
    );
  }
  const remedy = Array.isArray(value) || ArrayBuffer.isView(value) ? '; make one of it with tensor()' : '';
  throw new ArgumentError(`${name}: ${what} must be ${wanted}, not ${describe(value)}${remedy}`);
}

/** @internal Throws unless an argument names a dtype. */
export { requireDType as requireKnownDType } from './dtype.js';

/** @internal Throws unless options are those that are known. */
export function requireOptions<Options extends object>(
  name: string,
  options: Options | undefined,
  known: Known<Options>,
): void {
  checkOptions(ArgumentError, name, options, known);
}

const keepdimOptions = { keepdim: 1 } as const;

/** @internal Whether options say that reduced dimensions stay. */
export function keepdimOf(name: string, options: { keepdim?: boolean } | undefined): boolean {
  if (options === undefined) return false;
  checkOptions<{ keepdim?: boolean }>(ArgumentError, name, options, keepdimOptions);
  requireFlag(name, 'keepdim', options.keepdim);
  return options.keepdim === true;
}

/** @internal Throws unless a tensor has a dtype; the message says what makes it so. */
export function requireDType(name: string, what: string, x: Tensor, needed: 'bool' | 'int32'): void {
  requireTensor(name, x, what);
  const { dtype } = x;
  if (dtype !== needed)
    throw new DTypeError(
      `${name}: ${what} must be ${needed}, not ${dtype}; ${needed === 'bool' ? 'compare or use bool()' : 'convert with int()'}`,
    );
}
