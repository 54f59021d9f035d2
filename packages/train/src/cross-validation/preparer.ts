import { ArgumentError, type Tensor, tensor } from '@kindling/tensor-core';
import type { Preprocessor } from './options.js';

/** Does to every input what was learnt from the first. */
export class Preparer {
  private readonly preprocessor: Preprocessor | null;

  constructor(preprocessor: Preprocessor | null) {
    this.preprocessor = preprocessor;
  }

  /** Learns from the rows of training, and changes them. */
  async first(x: Tensor, y: Tensor): Promise<Tensor> {
    const { preprocessor } = this;
    if (preprocessor === null) return x;
    const labels = y.numel() === y.shape[0] ? [...(await y.data())] : [];
    return changed(x, (flat) => preprocessor.fitTransform(flat, labels));
  }

  /** Changes other rows alike. */
  async run(x: Tensor): Promise<Tensor> {
    const { preprocessor } = this;
    return preprocessor === null ? x : changed(x, (flat) => preprocessor.transform(flat));
  }
}

async function changed(x: Tensor, change: Preprocessor['transform']): Promise<Tensor> {
  const [rows, columns] = x.shape;
  if (x.shape.length !== 2) {
    throw new ArgumentError(`crossValidate: preprocess needs x of [rows, columns], not [${x.shape.join(', ')}]`);
  }
  const done = change({ data: (await x.data()) as Float32Array, rows: rows!, columns: columns! });
  return tensor(Float32Array.from(done.data), { backend: x.backend }).reshape([done.rows, done.columns]);
}
