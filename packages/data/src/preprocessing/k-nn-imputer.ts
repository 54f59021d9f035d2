import { checkChoice, checkOptions } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { checkWhole } from '../splits/splitter.js';
import type { FlatMatrix } from './matrix.js';
import { checkFlag, type Learned, readState, Transformer, type TransformerState } from './transformer.js';

/** How `KNNImputer` looks for neighbours. */
export interface KNNImputerOptions {
  /** How many rows give a missing value; 5 by default. */
  readonly nNeighbors?: number;
  /** Whether they count alike (the default) or by how near they are. */
  readonly weights?: 'uniform' | 'distance';
  /** Whether columns at the end say where a value was missing, one for each in which any was when fitting; false by default. */
  readonly addIndicator?: boolean;
  /** Whether a column without any value when fitting is kept, as one of zeros; false by default: it is left out. */
  readonly keepEmptyFeatures?: boolean;
}

/**
 * Puts the mean of the nearest rows that have a value in place of a missing one (NaN): scikit-learn's `KNNImputer`. Rows are compared
 * by the columns that both have. It keeps the rows it was fitted to; scale them first. Throws where a value is infinite, no column is
 * left, or the columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { KNNImputer } from '@kindling/data';
 *
 * const rows = [[1, 2, NaN], [3, 4, 3], [NaN, 6, 5], [8, 8, 7]];
 * console.log(new KNNImputer({ nNeighbors: 2 }).fitTransform(rows));
 * // => [ [ 1, 2, 4 ], [ 3, 4, 3 ], [ 5.5, 6, 5 ], [ 8, 8, 7 ] ]
 * ```
 */
export class KNNImputer extends Transformer {
  /** The rows it was fitted to, one after the other. */
  fitted: Float64Array | undefined;
  protected override readonly name = 'KNNImputer';
  private readonly nNeighbors: number;
  private readonly weights: 'uniform' | 'distance';
  private readonly addIndicator: boolean;
  private readonly keepEmptyFeatures: boolean;

  constructor(options: KNNImputerOptions = {}) {
    super();
    const where = 'KNNImputer';
    checkOptions(ArgumentError, where, options, { nNeighbors: 1, weights: 1, addIndicator: 1, keepEmptyFeatures: 1 });
    const { nNeighbors = 5, weights = 'uniform', addIndicator = false, keepEmptyFeatures = false } = options;
    checkWhole(where, 'nNeighbors', nNeighbors, 1);
    checkChoice(ArgumentError, where, 'weights', weights, ['uniform', 'distance']);
    checkFlag(where, 'addIndicator', addIndicator);
    checkFlag(where, 'keepEmptyFeatures', keepEmptyFeatures);
    this.nNeighbors = nNeighbors;
    this.weights = weights;
    this.addIndicator = addIndicator;
    this.keepEmptyFeatures = keepEmptyFeatures;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): KNNImputer {
    const read = readState('KNNImputer', state, { fitted: () => 0 });
    if (read.fitted.fitted !== undefined && read.fitted.fitted.length % read.columns! !== 0)
      throw new ArgumentError('KNNImputer.fromJSON: fitted is damaged');
    return new KNNImputer(read.options).restore(read);
  }

  protected override outNames(names: readonly string[] | undefined): readonly string[] | undefined {
    const { kept, said } = this.plan();
    return names && [...kept.map((j) => names[j]!), ...said.map((j) => `${names[j]} is missing`)];
  }

  /** The columns that stay, and those that a column tells of where they were missing. */
  private plan(): { kept: number[]; said: number[]; empty: Set<number> } {
    const fitted = this.fitted ?? new Float64Array(0);
    const columns = this.columns ?? 0;
    const absent = new Int32Array(columns);
    for (let i = 0; i < fitted.length; i++) if (Number.isNaN(fitted[i]!)) absent[i % columns]!++;
    const every = Array.from(absent.keys());
    const empty = new Set(every.filter((j) => absent[j]! * columns === fitted.length));
    return {
      empty,
      kept: this.keepEmptyFeatures ? every : every.filter((j) => !empty.has(j)),
      said: this.addIndicator ? every.filter((j) => absent[j]! > 0) : [],
    };
  }

  protected override learn({ data, columns }: FlatMatrix): void {
    const empty = (j: number): boolean => {
      for (let i = j; i < data.length; i += columns) if (!Number.isNaN(data[i]!)) return false;
      return true;
    };
    if (!this.keepEmptyFeatures && Array.from({ length: columns }, (_, j) => j).every(empty))
      throw new ArgumentError('KNNImputer: no column has a value');
    this.fitted = Float64Array.from(data);
  }

  protected override apply({ data, rows, columns }: FlatMatrix): FlatMatrix {
    const { kept, said, empty } = this.plan();
    const width = kept.length + said.length;
    const out = data instanceof Float32Array ? new Float32Array(rows * width) : new Float64Array(rows * width);
    for (let i = 0, at = 0; i < rows; i++) {
      const row = data.subarray(i * columns, (i + 1) * columns);
      const distances = row.some(Number.isNaN) ? this.distancesTo(row) : undefined;
      for (const j of kept) {
        // A column that was empty when fitting is one of zeros, as in scikit-learn.
        if (empty.has(j)) out[at++] = 0;
        else out[at++] = Number.isNaN(row[j]!) ? this.valueFor(j, distances!) : row[j]!;
      }
      for (const j of said) out[at++] = Number.isNaN(row[j]!) ? 1 : 0;
    }
    return { data: out, rows, columns: width };
  }

  /** How far each fitted row is, over the columns that both have; NaN where there are none. */
  private distancesTo(row: Float32Array | Float64Array): Float64Array {
    const fitted = this.fitted!;
    const columns = row.length;
    const present = Array.from(row.keys()).filter((j) => !Number.isNaN(row[j]!));
    return Float64Array.from({ length: fitted.length / columns }, (_, i) => {
      let sum = 0;
      let both = 0;
      for (const j of present) {
        const off = row[j]! - fitted[i * columns + j]!;
        if (Number.isNaN(off)) continue;
        sum += off * off;
        both++;
      }
      return Math.sqrt((sum * columns) / both);
    });
  }

  private valueFor(column: number, distances: Float64Array): number {
    const fitted = this.fitted!;
    const columns = this.columns!;
    const donors: number[] = [];
    for (let i = 0; i < distances.length; i++) if (!Number.isNaN(fitted[i * columns + column]!)) donors.push(i);
    const valueIn = (i: number): number => fitted[i * columns + column]!;
    if (donors.every((i) => Number.isNaN(distances[i]!)))
      return donors.reduce((sum, i) => sum + valueIn(i), 0) / donors.length;
    const near = nearest(donors, distances, this.nNeighbors);
    const weights = this.weights === 'uniform' ? near.map(() => 1) : nearness(near.map((i) => distances[i]!));
    let sum = 0;
    let total = 0;
    for (const [k, i] of near.entries()) {
      sum += weights[k]! * valueIn(i);
      total += weights[k]!;
    }
    return sum / total;
  }

  protected override learned(): Learned {
    return { fitted: this.fitted! };
  }

  protected override options(): Record<string, unknown> {
    const { nNeighbors, weights, addIndicator, keepEmptyFeatures } = this;
    return { nNeighbors, weights, addIndicator, keepEmptyFeatures };
  }
}

/** The nearest rows, of equal ones the first; rows that cannot be compared come last. */
function nearest(rows: readonly number[], distances: Float64Array, count: number): number[] {
  const best: number[] = [];
  const farness = (i: number): number => (Number.isNaN(distances[i]!) ? Number.POSITIVE_INFINITY : distances[i]!);
  for (const row of rows) {
    const own = farness(row);
    if (best.length === count && own >= farness(best.at(-1)!)) continue;
    let at = best.length;
    while (at > 0 && farness(best[at - 1]!) > own) at--;
    best.splice(at, 0, row);
    if (best.length > count) best.pop();
  }
  return best;
}

/** One over each distance; where some are 0, those alone count. */
function nearness(distances: readonly number[]): number[] {
  if (distances.includes(0)) return distances.map((distance) => Number(distance === 0));
  return distances.map((distance) => (Number.isNaN(distance) ? 0 : 1 / distance));
}
