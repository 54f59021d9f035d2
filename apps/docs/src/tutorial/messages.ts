/** What the page tells the worker: the body of the program. */
export interface RunRequest {
  readonly code: string;
}

/** What the worker tells the page. */
export type RunEvent =
  | { readonly type: 'begin'; readonly block: number }
  | { readonly type: 'log'; readonly text: string }
  | { readonly type: 'picture'; readonly svg: string }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly message: string };
