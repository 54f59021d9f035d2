import type { Known } from '@internal/arguments';
import { noGrad, type Tensor, zeros } from '@kindling/tensor-core';
import { normal_ } from '@kindling/tensor-core/internal';
import { checkNames, checkSize } from '../checks.js';
import { embedding } from '../functional/embedding.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { type LayerOptions, placeOf, streamOf } from './options.js';

/** What {@link Embedding} may be told. */
export interface EmbeddingLayerOptions extends LayerOptions {
  /** The row that starts as zeros and gets no gradient, counted from the end where negative; default none. */
  paddingIdx?: number | null;
}

const known: Known<EmbeddingLayerOptions> = { paddingIdx: 'number or null', dtype: 1, backend: 1, generator: 1 };

/**
 * A learned vector for each of a number of things: int32 positions [...] become [..., width]; `torch.nn.Embedding`.
 *
 * The table [rows, width] is drawn from the normal distribution, in PyTorch's order.
 *
 * @throws `RangeError` for sizes that are no whole numbers, or a padding row that is not there; calling it, as
 * `functional.embedding`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Embedding } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const layer = new Embedding(10, 3, { paddingIdx: 0 });
 * console.log(layer(tensor([0, 4], { dtype: 'int32' })).shape); // => [ 2, 3 ]
 * ```
 */
export class Embedding extends Module {
  static override readonly name: string = 'Embedding';
  readonly numEmbeddings: number;
  readonly embeddingDim: number;
  readonly paddingIdx: number | null;
  /** [rows, width]. */
  weight: Parameter;

  constructor(numEmbeddings: number, embeddingDim: number, options: EmbeddingLayerOptions = {}) {
    checkNames('Embedding', options, known);
    super();
    checkSize('Embedding', 'the number of rows', numEmbeddings);
    checkSize('Embedding', 'the width', embeddingDim);
    const padding = options.paddingIdx ?? null;
    if (padding !== null && !(Number.isInteger(padding) && padding >= -numEmbeddings && padding < numEmbeddings)) {
      throw new RangeError(`Embedding: there is no row ${padding} to pad with, only ${numEmbeddings} rows`);
    }
    this.numEmbeddings = numEmbeddings;
    this.embeddingDim = embeddingDim;
    this.paddingIdx = padding !== null && padding < 0 ? padding + numEmbeddings : padding;
    this.weight = new Parameter(zeros([numEmbeddings, embeddingDim], placeOf(options)));
    this.resetParameters(options);
  }

  /** Draws the table anew. */
  resetParameters(options: Pick<LayerOptions, 'generator'> = {}): void {
    noGrad(() => {
      normal_(this.weight, 0, 1, streamOf(options));
      if (this.paddingIdx !== null) this.weight.select(0, this.paddingIdx).fill_(0);
    });
  }

  forward(index: Tensor): Tensor {
    return embedding(index, this.weight, this);
  }

  override extraRepr(): string {
    const padding = this.paddingIdx === null ? '' : `, padding_idx=${this.paddingIdx}`;
    return `${this.numEmbeddings}, ${this.embeddingDim}${padding}`;
  }
}
