import { describe, wrong } from '@internal/arguments';
import { Tensor } from '@kindling/tensor-core';
import { requireWhole } from '@kindling/tensor-core/internal';
import { checkNumber, checkNumbers } from './options.js';

/**
 * What a state dict holds: tensors, whole numbers from 0, numbers, a rate for each group, or anything; with a question mark
 * what may be missing, or `null`.
 */
export type Fields = Readonly<Record<string, 'tensor' | 'tensor?' | 'count' | 'number' | 'number?' | 'rates' | 'any'>>;

/**
 * Throws unless a state has what its fields say, and nothing else.
 *
 * @param where - what messages begin with.
 * @param owner - the optimizer or schedule whose state it is.
 */
export function checkFields(where: string, owner: string, state: object, fields: Fields, groups = 0): void {
  const odd = Object.keys(state).find((key) => !Object.hasOwn(fields, key));
  if (odd !== undefined) {
    throw new RangeError(`${where}: the state dict has ${describe(odd)}, which ${owner} does not know`);
  }
  for (const [key, kind] of Object.entries(fields)) {
    const value: unknown = Object.hasOwn(state, key) ? Reflect.get(state, key) : undefined;
    if (kind === 'tensor?' ? value === undefined : kind === 'number?' && value === null) continue;
    if (kind === 'count') requireWhole(where, key, value);
    else if (kind === 'rates') checkNumbers(where, key, value, groups);
    else if (kind.startsWith('number')) checkNumber(where, key, value);
    else if (kind !== 'any' && !(value instanceof Tensor)) wrong(TypeError, where, key, 'a tensor', value);
  }
}
