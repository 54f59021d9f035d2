import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { addToColumns, type FlatMatrix } from './matrix.js';
import { componentsBySpread } from './numeric/minka.js';
import { rightSvd } from './numeric/svd.js';
import {
  checkFlag,
  InvertibleTransformer,
  type Learned,
  perColumn,
  readState,
  type TransformerState,
} from './transformer.js';

/** What `PCA` keeps. */
export interface PCAOptions {
  /**
   * How many directions are kept: a number of them, the share of the variance (below 1) that they have to explain, or `mle` for
   * Minka's guess; all by default.
   */
  readonly nComponents?: number | 'mle';
  /** Whether what comes out has variance 1; false by default. */
  readonly whiten?: boolean;
}

/**
 * Turns columns into the directions in which the rows vary most: scikit-learn's `PCA` with its full solver. Fit it to the training
 * rows alone, most often scaled ones. Throws where a value is missing or infinite, there are fewer than two rows, or the columns
 * are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { PCA } from '@kindling/data';
 *
 * const pca = new PCA({ nComponents: 1 }).fit([[1, 2], [2, 4.1], [3, 5.9], [4, 8]]);
 * console.log(pca.explainedVarianceRatio![0]! > 0.999); // => true
 * console.log(pca.transform([[2.5, 5]]).length, pca.transform([[2.5, 5]])[0]!.length); // => 1 1
 * ```
 */
export class PCA extends InvertibleTransformer {
  /** The mean of each column. */
  mean: Float64Array | undefined;
  /** The directions, one after the other, a number for each column. */
  components: Float64Array | undefined;
  /** The variance along each direction. */
  explainedVariance: Float64Array | undefined;
  /** Its share of the variance of all. */
  explainedVarianceRatio: Float64Array | undefined;
  /** The singular value of each direction. */
  singularValues: Float64Array | undefined;
  /** The mean variance along the directions that are left out, as one number in a list. */
  noiseVariance: Float64Array | undefined;
  protected override readonly name = 'PCA';
  protected override readonly nan = 'error';
  private readonly nComponents: number | 'mle' | undefined;
  private readonly whiten: boolean;

  constructor(options: PCAOptions = {}) {
    super();
    checkOptions(ArgumentError, 'PCA', options, { nComponents: 1, whiten: 1 });
    const { nComponents, whiten = false } = options;
    const fits =
      nComponents === undefined ||
      nComponents === 'mle' ||
      (nComponents > 0 && (nComponents < 1 || Number.isSafeInteger(nComponents)));
    if (!fits) {
      throw new ArgumentError(
        `PCA: nComponents must be a whole number from 1, a share below 1 or 'mle', got ${describe(nComponents)}`,
      );
    }
    checkFlag('PCA', 'whiten', whiten);
    this.nComponents = nComponents;
    this.whiten = whiten;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): PCA {
    const any = (): number => 0;
    const lengths = {
      mean: perColumn,
      components: any,
      explainedVariance: any,
      explainedVarianceRatio: any,
      singularValues: any,
      noiseVariance: () => 1,
    };
    const read = readState('PCA', state, lengths);
    const { components, explainedVariance } = read.fitted;
    if (components !== undefined && components.length !== explainedVariance!.length * read.columns!)
      throw new ArgumentError('PCA.fromJSON: components is damaged');
    return new PCA(read.options).restore(read);
  }

  protected override outNames(): readonly string[] | undefined {
    return this.explainedVariance && Array.from(this.explainedVariance, (_, k) => `pca${k}`);
  }

  protected override outColumns(): number {
    return this.explainedVariance!.length;
  }

  protected override learn({ data, rows, columns }: FlatMatrix): void {
    const least = Math.min(rows, columns);
    const { nComponents = least } = this;
    if (rows < 2) throw new ArgumentError('PCA: needs two rows or more');
    if (nComponents === 'mle' ? rows < columns : nComponents > least) {
      throw new ArgumentError(`PCA: cannot find ${nComponents} components in [${rows}, ${columns}]`);
    }
    const mean = new Float64Array(columns);
    for (let i = 0; i < data.length; ) for (let j = 0; j < columns; j++) mean[j]! += data[i++]!;
    for (let j = 0; j < columns; j++) mean[j]! /= rows;
    const centred = new Float64Array(data.length);
    for (let j = 0; j < columns; j++) {
      for (let i = 0; i < rows; i++) centred[j * rows + i] = data[i * columns + j]! - mean[j]!;
    }
    const { values, vectors } = rightSvd({ data: centred, rows, columns });
    const variance = values.map((value) => value ** 2 / (rows - 1));
    const total = variance.reduce((sum, value) => sum + value, 0);
    const ratio = variance.map((value) => value / total);
    const kept = nComponents === 'mle' ? componentsBySpread(variance, rows) : countOf(nComponents, ratio);
    const left = variance.subarray(kept);
    this.mean = mean;
    this.components = vectors.slice(0, kept * columns);
    this.explainedVariance = variance.slice(0, kept);
    this.explainedVarianceRatio = ratio.slice(0, kept);
    this.singularValues = values.slice(0, kept);
    this.noiseVariance = Float64Array.of(left.length === 0 ? 0 : left.reduce((a, b) => a + b, 0) / left.length);
    this.orient({ data, rows, columns });
  }

  /** Turns each direction so that the row that lies furthest along it lies on its positive side. */
  private orient(x: FlatMatrix): void {
    const components = this.components!;
    const kept = this.explainedVariance!.length;
    const furthest = new Float64Array(kept);
    const scores = this.project(x);
    for (let i = 0; i < scores.length; ) {
      for (let k = 0; k < kept; k++, i++) if (Math.abs(scores[i]!) > Math.abs(furthest[k]!)) furthest[k] = scores[i]!;
    }
    for (let k = 0; k < kept; k++) {
      if (furthest[k]! >= 0) continue;
      for (let j = k * x.columns; j < (k + 1) * x.columns; j++) components[j] = -components[j]!;
    }
  }

  private project({ data, rows, columns }: FlatMatrix): Float64Array {
    const { components, mean } = this as { components: Float64Array; mean: Float64Array };
    const kept = this.explainedVariance!.length;
    const out = new Float64Array(rows * kept);
    const row = new Float64Array(columns);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) row[j] = data[i * columns + j]! - mean[j]!;
      for (let k = 0, c = 0; k < kept; k++) {
        let sum = 0;
        for (let j = 0; j < columns; j++) sum += row[j]! * components[c++]!;
        out[at++] = sum;
      }
    }
    return out;
  }

  protected override apply(x: FlatMatrix): FlatMatrix {
    const columns = this.explainedVariance!.length;
    const scores = this.project(x);
    if (this.whiten) {
      // What does not vary stays at 0.
      const deviations = this.explainedVariance!.map((value) => Math.sqrt(value) || 1);
      for (let i = 0; i < scores.length; ) for (let k = 0; k < columns; k++) scores[i++]! /= deviations[k]!;
    }
    return { data: x.data instanceof Float32Array ? Float32Array.from(scores) : scores, rows: x.rows, columns };
  }

  protected override undo({ data, rows, columns: kept }: FlatMatrix): FlatMatrix {
    const components = this.components!;
    const { columns } = this as { columns: number };
    const deviations = this.whiten ? this.explainedVariance!.map(Math.sqrt) : new Float64Array(kept).fill(1);
    const out = data instanceof Float32Array ? new Float32Array(rows * columns) : new Float64Array(rows * columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < kept; k++) sum += data[i * kept + k]! * (deviations[k]! * components[k * columns + j]!);
        out[i * columns + j] = sum;
      }
    }
    const x = { data: out, rows, columns };
    addToColumns(x, this.mean!, 1);
    return x;
  }

  protected override learned(): Learned {
    const { mean, components, explainedVariance, explainedVarianceRatio, singularValues, noiseVariance } = this;
    return { mean, components, explainedVariance, explainedVarianceRatio, singularValues, noiseVariance } as Learned;
  }

  protected override options(): Record<string, unknown> {
    const { nComponents, whiten } = this;
    return { ...(nComponents === undefined ? {} : { nComponents }), whiten };
  }
}

/** How many components there are, or explain more than a share. */
function countOf(wanted: number, ratio: Float64Array): number {
  if (wanted >= 1) return wanted;
  let sum = 0;
  const place = ratio.findIndex((value) => {
    sum += value;
    // What nothing explains counts as explained: the shares of a table that does not vary are NaN.
    return !(sum <= wanted);
  });
  return place < 0 ? ratio.length : place + 1;
}
