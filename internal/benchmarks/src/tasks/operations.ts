import { mapInput, numbers, uniform } from './inputs.ts';

/** What one operation of the middle of the range does; `python/operations.py` knows the same names. */
export const OPERATIONS = [
  'relu',
  'add',
  'times a number',
  'copy',
  'sqrt',
  'exp',
  'sigmoid',
  'tanh',
  'softmax of rows of 100',
  'softmax of rows of 1000',
  'cross entropy, both ways',
  'sum',
  'sum(0)',
  'sum(1)',
  'mean',
  'mean(0)',
  'mean(1)',
  'max',
  'max(0)',
  'max(1)',
  'gt',
  'where',
  'gelu',
  'erf',
  'cumsum',
  'sort',
  'RMSprop step',
  'batch norm, eval, 4-D',
  'indexSelect',
  'cat',
  'Embedding',
  'gather',
  'transpose',
  'upload',
  'read',
] as const;

export type OperationName = (typeof OPERATIONS)[number];

/** The length of a matrix's rows; of those that `indexSelect` and `Embedding` choose among. */
export const ROW = 1000;
export const SHORT_ROW = 100;
/** Channels and pixels of an image: an input of 1e5 is ten of them. */
export const IMAGE = [16, 25, 25] as const;

/** What operations work on; a caller must not write to it. */
export const operands = {
  /** Between -4 and 4. */
  x: mapInput,
  other: (size: number): Float32Array => numbers(size, 4, 107),
  /** Between 1 and 9, for roots. */
  positive: (size: number): Float32Array => mapInput(size).map((v) => v + 5),
  /** `size` whole numbers from 0 below `below`, in no order. */
  indices: (size: number, below: number): Int32Array =>
    Int32Array.from({ length: size }, (_, i) => Math.floor(below * uniform(i, 108))),
};
