import { checkOptions, type Kind, type Known, wrong } from '@internal/arguments';
import { ArgumentError, DTypeError, type Generator, isFloating, ShapeError, type Tensor } from '@kindling/tensor-core';
import { formatShape, requireFloat, requireTensor, requireWhole, sameShape } from '@kindling/tensor-core/internal';

export { requireTensor as checkTensor, requireWhole as checkSize };

/** A stream to draw from. */
export const aGenerator: Kind = ['a Generator', (value) => typeof (value as Generator | null)?.random === 'function'];

/** A number for rows and columns, or one for each. */
export const aPair = ['a whole number or a pair', (value: unknown) => [value].flat().every(Number.isInteger)] as const;

/** Throws where options have a name that is not known; a layer may hand itself to its function as the options. */
export function checkNames<Options extends object>(owner: string, options: Options, known: Known<Options>): void {
  if (typeof options !== 'function' || (options as object).constructor === Function)
    checkOptions(TypeError, owner, options, known);
}

/** Throws unless channels can be divided into groups. */
export function checkGroups(owner: string, groups: number, channels: number): void {
  requireWhole(owner, 'groups', groups, 1);
  if (channels % groups !== 0) throw new ArgumentError(`${owner}: ${groups} groups do not divide ${channels} channels`);
}

/** Checks a number that is a part of a whole. */
export function checkPart(owner: string, name: string, value: number): void {
  if (!(typeof value === 'number' && value >= 0 && value <= 1)) {
    wrong(RangeError, owner, name, 'a number between 0 and 1', value);
  }
}

/** Throws unless an argument is a tensor of floats: what a function of other numbers would return is no whole number. */
export function checkFloats(owner: string, x: Tensor): void {
  requireTensor(owner, x);
  requireFloat(owner, x);
}

/** Throws unless weights that are given are float tensors of a shape. */
export function checkWeights(
  owner: string,
  shape: readonly number[],
  weights: Readonly<Record<string, Tensor | null>>,
): void {
  for (const [name, value] of Object.entries(weights)) {
    if (value === null) continue;
    requireTensor(owner, value, name);
    if (!sameShape(value.shape, shape))
      throw new ShapeError(`${owner}: ${name} is ${formatShape(value.shape)}, not ${formatShape(shape)}`);
    if (!isFloating(value.dtype)) throw new DTypeError(`${owner}: ${name} is ${value.dtype}, not float32 or float64`);
  }
}

/** Throws unless an argument is a list of tensors, such as the parameters of a module. */
export function checkTensors(owner: string, name: string, values: Iterable<Tensor>): void {
  const list = typeof values === 'object' && values !== null && Symbol.iterator in values;
  if (!list) wrong(TypeError, owner, name, 'a list of tensors, as of parameters()', values);
}

/** Throws unless an argument is a number. */
export function checkNumber(owner: string, name: string, value: number): void {
  if (typeof value !== 'number' || Number.isNaN(value)) wrong(TypeError, owner, name, 'a number', value);
}

/** Throws unless an argument is a number, or a pair of them. */
export function checkPair(owner: string, name: string, value: unknown): void {
  if (!aPair[1](value)) wrong(TypeError, owner, name, aPair[0], value);
}
