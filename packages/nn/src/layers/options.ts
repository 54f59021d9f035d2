import type { Backend, Generator, NumberOrPair } from '@kindling/tensor-core';

/** What every layer with parameters may be told. */
export interface LayerOptions {
  /** The dtype of its parameters; default float32. */
  dtype?: 'float32' | 'float64';
  /** Where they live; default the backend that `setBackend` chose. */
  backend?: Backend;
  /** The stream from which they are drawn; default the one that `manualSeed` seeds. */
  generator?: Generator;
}

/** The options that make the tensors of a layer. */
export function tensorOptions({ dtype = 'float32', backend }: LayerOptions): {
  dtype: 'float32' | 'float64';
  backend?: Backend;
} {
  return backend === undefined ? { dtype } : { dtype, backend };
}

/** The options that draw their values. */
export function drawOptions({ generator }: LayerOptions): { generator?: Generator } {
  return generator === undefined ? {} : { generator };
}

/** Checks a size that a layer is made with. */
export function checkSize(layer: string, name: string, value: number, least = 0): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${layer}: ${name} must be a whole number from ${least}, not ${value}`);
  }
}

/** Both numbers of a pair that may be given as one, checked as sizes. */
export function pairOption(layer: string, name: string, value: NumberOrPair, least: number): readonly [number, number] {
  const [rows, columns] = typeof value === 'number' ? [value, value] : value;
  checkSize(layer, name, rows, least);
  checkSize(layer, name, columns, least);
  return [rows, columns];
}
