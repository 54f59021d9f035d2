import { checkOptions, type Known, wrong } from '@internal/arguments';
import { Tensor } from '@kindling/tensor-core';

/** Throws where options have a name that is not known; a layer may hand itself to its function as the options. */
export function checkNames<Options extends object>(owner: string, options: Options, known: Known<Options>): void {
  if (typeof options !== 'function') checkOptions(TypeError, owner, options, known);
}

/** Checks a size that a layer is made with. */
export function checkSize(layer: string, name: string, value: number, least = 0): void {
  if (!Number.isInteger(value) || value < least) {
    wrong(RangeError, layer, name, `a whole number from ${least}`, value);
  }
}

/** Checks a number that is a part of a whole. */
export function checkPart(owner: string, name: string, value: number): void {
  if (!(typeof value === 'number' && value >= 0 && value <= 1)) {
    wrong(RangeError, owner, name, 'a number between 0 and 1', value);
  }
}

/** Throws unless an argument is a tensor. */
export function checkTensor(owner: string, name: string, value: Tensor): void {
  if (value instanceof Tensor) return;
  // A bundle can hold tensor-core twice.
  const parts = typeof value === 'object' && value !== null && 'buffer' in value && 'strides' in value;
  const wanted = parts ? 'a tensor of the one copy of @kindling/tensor-core that nn has (see `npm ls`)' : 'a tensor';
  wrong(TypeError, owner, name, wanted, value);
}

/** Throws unless an argument is a list of tensors, such as the parameters of a module. */
export function checkTensors(owner: string, name: string, values: Iterable<Tensor>): void {
  const list = typeof values === 'object' && values !== null && Symbol.iterator in values;
  if (!list) wrong(TypeError, owner, name, 'a list of tensors, such as model.parameters()', values);
}

/** Throws unless an argument is a number. */
export function checkNumber(owner: string, name: string, value: number): void {
  if (typeof value !== 'number' || Number.isNaN(value)) wrong(TypeError, owner, name, 'a number', value);
}

/** Throws unless an argument is a number, or a pair of them. */
export function checkPair(owner: string, name: string, value: unknown): void {
  const numbers = Array.isArray(value) && value.length === 2 ? value : [value];
  if (!numbers.every((one) => typeof one === 'number')) wrong(TypeError, owner, name, 'a number or a pair', value);
}
