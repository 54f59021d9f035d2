import { checkChoice, checkOptions } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import { checkWhole } from '../splits/splitter.js';
import type { FlatMatrix } from './matrix.js';
import { kMeans1d } from './numeric/k-means-1d.js';
import {
  InvertibleTransformer,
  type Learned,
  quantile,
  readState,
  sortedColumn,
  type TransformerState,
} from './transformer.js';

/** How `KBinsDiscretizer` parts each column. */
export interface KBinsDiscretizerOptions {
  /** How many bins, for all columns or for each; 5 by default. */
  readonly nBins?: number | readonly number[];
  /** Whether a bin becomes a column of its own (the default) or its number. */
  readonly encode?: 'onehot' | 'ordinal';
  /** Whether bins hold as many rows each (the default), are equally wide, or lie around centres. */
  readonly strategy?: 'quantile' | 'uniform' | 'kmeans';
}

/**
 * Parts the range of each column into bins: scikit-learn's `KBinsDiscretizer`, dense. Bins narrower than 1e-8 are left out, and a
 * column that does not vary has one. Fit it to the training rows alone. Throws where a value is missing or infinite, or the columns
 * are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { KBinsDiscretizer } from '@kindling/data';
 *
 * const bins = new KBinsDiscretizer({ nBins: 3, encode: 'ordinal', strategy: 'uniform' }).fit([[0], [30]]);
 * console.log(bins.binEdges![0]); // => Float64Array(4) [ 0, 10, 20, 30 ]
 * console.log(bins.transform([[-5], [10], [29]])); // => [ [ 0 ], [ 1 ], [ 2 ] ]
 * console.log(bins.inverseTransform([[0], [1], [2]])); // => [ [ 5 ], [ 15 ], [ 25 ] ]
 * ```
 */
export class KBinsDiscretizer extends InvertibleTransformer {
  /** The edges of each column's bins; infinite ones for a column that does not vary. */
  binEdges: readonly Float64Array[] | undefined;
  protected override readonly name = 'KBinsDiscretizer';
  protected override readonly nan = 'error';
  private readonly nBins: number | readonly number[];
  private readonly encode: 'onehot' | 'ordinal';
  private readonly strategy: 'quantile' | 'uniform' | 'kmeans';

  constructor(options: KBinsDiscretizerOptions = {}) {
    super();
    const where = 'KBinsDiscretizer';
    checkOptions(ArgumentError, where, options, { nBins: 1, encode: 1, strategy: 1 });
    const { nBins = 5, encode = 'onehot', strategy = 'quantile' } = options;
    for (const count of [nBins].flat()) checkWhole(where, 'nBins', count as number, 2);
    checkChoice(ArgumentError, where, 'encode', encode, ['onehot', 'ordinal']);
    checkChoice(ArgumentError, where, 'strategy', strategy, ['quantile', 'uniform', 'kmeans']);
    this.nBins = nBins;
    this.encode = encode;
    this.strategy = strategy;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): KBinsDiscretizer {
    const any = (): number => 0;
    const read = readState('KBinsDiscretizer', state, { edges: any, counts: (columns) => columns });
    const bins = new KBinsDiscretizer(read.options);
    const { edges, counts } = read.fitted;
    if (edges === undefined) return bins;
    if (counts!.reduce((sum, count) => sum + count, 0) !== edges.length)
      throw new ArgumentError('KBinsDiscretizer.fromJSON: counts is damaged');
    let at = 0;
    bins.binEdges = Array.from(counts!, (count) => {
      const own = edges.slice(at, at + count);
      at += count;
      return count === 0 ? Float64Array.of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY) : own;
    });
    bins.columns = read.columns;
    bins.inputNames = read.inputNames;
    return bins;
  }

  /** How many bins each column has. */
  get counts(): readonly number[] | undefined {
    return this.binEdges?.map((edges) => edges.length - 1);
  }

  protected override outNames(names: readonly string[] | undefined): readonly string[] | undefined {
    if (names === undefined || this.encode === 'ordinal') return names;
    return names.flatMap((name, j) => Array.from({ length: this.counts![j]! }, (_, bin) => `${name}=${bin}`));
  }

  protected override outColumns(columns: number): number {
    return this.encode === 'ordinal' ? columns : this.counts!.reduce((sum, count) => sum + count, 0);
  }

  protected override learn(x: FlatMatrix): void {
    const { columns } = x;
    const wanted = Array.isArray(this.nBins) ? (this.nBins as readonly number[]) : undefined;
    if (wanted !== undefined && wanted.length !== columns) {
      throw new ShapeError(`KBinsDiscretizer: nBins has ${wanted.length} numbers for ${columns} columns`);
    }
    this.binEdges = Array.from({ length: columns }, (_, j) => {
      const sorted = sortedColumn(x, j);
      if (sorted[0] === sorted.at(-1)) return Float64Array.of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
      return this.edgesOf(sorted, wanted?.[j] ?? (this.nBins as number));
    });
  }

  private edgesOf(sorted: Float64Array, count: number): Float64Array {
    const [least, most] = [sorted[0]!, sorted.at(-1)!];
    const even = linspace(least, most, count);
    if (this.strategy === 'uniform') return even;
    let edges: Float64Array;
    if (this.strategy === 'quantile') edges = linspace(0, 100, count).map((share) => quantile(sorted, share / 100));
    else {
      if (sorted.length < count) {
        throw new ArgumentError(
          `KBinsDiscretizer: ${count} bins around centres take as many rows, got ${sorted.length}`,
        );
      }
      const centers = kMeans1d(
        sorted,
        even.subarray(1).map((edge, i) => (edge + even[i]!) * 0.5),
      );
      const between = Array.from(centers.subarray(1), (center, i) => (center + centers[i]!) * 0.5);
      edges = Float64Array.of(least, ...between, most);
    }
    return edges.filter((edge, i) => i === 0 || edge - edges[i - 1]! > 1e-8);
  }

  protected override apply({ data, rows, columns }: FlatMatrix): FlatMatrix {
    const edges = this.binEdges!;
    for (let j = 0; j < columns; j++) {
      const inner = edges[j]!.subarray(1, -1);
      for (let i = j; i < data.length; i += columns) data[i] = placeOf(data[i]!, inner);
    }
    if (this.encode === 'ordinal') return { data, rows, columns };
    const width = this.outColumns(columns);
    const out = data instanceof Float32Array ? new Float32Array(rows * width) : new Float64Array(rows * width);
    let at = 0;
    for (const [j, count] of this.counts!.entries()) {
      for (let i = 0; i < rows; i++) out[i * width + at + data[i * columns + j]!] = 1;
      at += count;
    }
    return { data: out, rows, columns: width };
  }

  protected override undo({ data, rows, columns: width }: FlatMatrix): FlatMatrix {
    const edges = this.binEdges!;
    const columns = edges.length;
    const out = data instanceof Float32Array ? new Float32Array(rows * columns) : new Float64Array(rows * columns);
    let at = 0;
    for (const [j, own] of edges.entries()) {
      const count = own.length - 1;
      const centers = own.subarray(1).map((edge, i) => (edge + own[i]!) * 0.5);
      for (let i = 0; i < rows; i++) {
        let bin = data[i * width + at]!;
        if (this.encode === 'onehot') {
          bin = 0;
          for (let k = 1; k < count; k++) if (data[i * width + at + k]! > data[i * width + at + bin]!) bin = k;
        } else if (!(Number.isInteger(bin) && bin >= 0 && bin < count)) {
          throw new ArgumentError(`KBinsDiscretizer: ${bin} in row ${i}, column ${j} is no bin from 0 to ${count - 1}`);
        }
        out[i * columns + j] = centers[bin]!;
      }
      at += this.encode === 'onehot' ? count : 1;
    }
    return { data: out, rows, columns };
  }

  protected override learned(): Learned {
    // Infinite edges have no place in JSON.
    const finite = this.binEdges!.map((edges) => (Number.isFinite(edges[0]!) ? edges : edges.subarray(0, 0)));
    return {
      edges: Float64Array.from(finite.flatMap((edges) => [...edges])),
      counts: Float64Array.from(finite, (edges) => edges.length),
    };
  }

  protected override options(): Record<string, unknown> {
    const { nBins, encode, strategy } = this;
    return { nBins, encode, strategy };
  }
}

/** How many of the inner edges a value has reached. */
function placeOf(value: number, edges: Float64Array): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `count` equal steps from one number to another. */
function linspace(from: number, to: number, count: number): Float64Array {
  const step = (to - from) / count;
  return Float64Array.from({ length: count + 1 }, (_, i) => (i === count ? to : i * step + from));
}
