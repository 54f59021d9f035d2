import { scope, type Tensor } from '@kindling/tensor-core';

/** Some of the rows. */
export function rowsOf({ x, y }: { readonly x: Tensor; readonly y: Tensor }, rows: ArrayLike<number>) {
  const positions = Int32Array.from(rows);
  return scope(() => ({ x: x.indexSelect(0, positions), y: y.indexSelect(0, positions) }));
}
