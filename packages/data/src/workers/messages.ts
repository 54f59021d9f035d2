/** What a worker of Node and one of a page have in common. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** A worker, and what it makes its dataset of. */
export interface DatasetWorker {
  readonly worker: WorkerLike;
  /** Plain data, sent once. */
  readonly recipe: unknown;
}

/** To a worker: what to make the dataset of, or which samples to load. */
export type Request =
  | { readonly kind: 'open'; readonly recipe: unknown }
  | {
      readonly kind: 'load';
      readonly id: number;
      readonly indices: Int32Array;
      readonly epoch: number;
      readonly seed: string;
    };

/** From a worker: packed samples, or what went wrong with which of them. */
export interface Answer {
  readonly id: number;
  readonly samples?: readonly unknown[];
  readonly error?: { readonly name: string; readonly message: string; readonly index: number | undefined };
}
