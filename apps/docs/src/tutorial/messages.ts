/** What the page tells the worker: the body of the program, and what is to compute where the program says `cpu()`. */
export interface RunRequest {
  readonly code: string;
  readonly backend: 'cpu' | 'gpu';
}

/** What the worker tells the page. */
export type RunEvent =
  | { readonly type: 'begin'; readonly block: number }
  | { readonly type: 'log'; readonly text: string }
  | { readonly type: 'picture'; readonly svg: string }
  /** The losses of the block so far, thinned, with the steps that they are of. */
  | { readonly type: 'losses'; readonly steps: number[]; readonly values: number[] }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly message: string };
