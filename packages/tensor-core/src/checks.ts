import { ArgumentError, DTypeError } from './errors.js';
import type { Tensor } from './tensor.js';

/** @internal Throws unless an argument is a whole number from `least` on. */
export function requireWhole(name: string, what: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least)
    throw new ArgumentError(`${name}: ${what} must be a whole number from ${least}, not ${value}`);
}

/** @internal Throws unless a tensor has a dtype; the message says what makes it so. */
export function requireDType(name: string, what: string, { dtype }: Tensor, needed: 'bool' | 'int32'): void {
  if (dtype !== needed)
    throw new DTypeError(
      `${name}: ${what} must be ${needed}, not ${dtype}; ${needed === 'bool' ? 'compare or use bool()' : 'convert with int()'}`,
    );
}
