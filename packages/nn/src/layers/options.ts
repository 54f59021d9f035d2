import type { Backend, DType, Generator } from '@kindling/tensor-core';

/** What every layer with parameters may be told. */
export interface LayerOptions {
  /** The dtype of its parameters; default float32. */
  dtype?: 'float32' | 'float64';
  /** Where they live; default the backend that `setBackend` chose. */
  backend?: Backend;
  /** The stream from which they are drawn; default the one that `manualSeed` seeds. */
  generator?: Generator;
}

/** What the functions that make tensors want to know of a layer's options. */
export function placeOf({ dtype, backend }: { dtype?: DType; backend?: Backend }): {
  dtype?: DType;
  backend?: Backend;
} {
  return { ...(dtype !== undefined && { dtype }), ...(backend !== undefined && { backend }) };
}

/** What those that draw want to know. */
export function streamOf(options: { generator?: Generator } | null): { generator?: Generator } {
  return options?.generator === undefined ? {} : { generator: options.generator };
}
