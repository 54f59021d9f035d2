import type { Tensor } from '../tensor.js';

/** Elements that were chosen, and their int32 positions: `{ values, indices }`, or `[values, indices]` as in PyTorch. */
export class ValuesAndIndices {
  /** The elements. */
  readonly values: Tensor;
  /** Where they were, as int32. */
  readonly indices: Tensor;

  /** @internal */
  constructor(values: Tensor, indices: Tensor) {
    this.values = values;
    this.indices = indices;
  }

  /** The elements, then the positions. */
  *[Symbol.iterator](): Generator<Tensor, void, undefined> {
    yield this.values;
    yield this.indices;
  }
}
