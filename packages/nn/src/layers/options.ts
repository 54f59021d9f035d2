import type { Backend, Generator } from '@kindling/tensor-core';

/** What every layer with parameters may be told. */
export interface LayerOptions {
  /** The dtype of its parameters; default float32. */
  dtype?: 'float32' | 'float64';
  /** Where they live; default the backend that `setBackend` chose. */
  backend?: Backend;
  /** The stream from which they are drawn; default the one that `manualSeed` seeds. */
  generator?: Generator;
}
