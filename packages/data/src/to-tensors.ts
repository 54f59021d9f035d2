import { wrong } from '@internal/arguments';
import { type Tensor, tensor } from '@kindling/tensor-core';
import type { LabelledData } from './datasets/index.js';
import { LabelEncoder } from './preprocessing/index.js';

/** Numeric features and a label for each row, as plain arrays: what `parseCsv` and `loadSonar` give. Scalers take it. */
export interface DataTable {
  /** The features, row after row: feature `j` of row `i` is at `i * columns + j`. */
  readonly data: Float64Array;
  readonly rows: number;
  /** The number of features. */
  readonly columns: number;
  /** A name for each feature. */
  readonly featureNames: readonly string[];
  /** A label for each row; empty where the table has none. */
  readonly labels: readonly string[];
}

/** A table as tensors. */
export interface TableTensors {
  /** The features, float32 `[rows, columns]`. */
  x: Tensor;
  /** The number of each row's class, float32 `[rows, 1]`. */
  y: Tensor;
}

/**
 * A table's features and classes as float32 tensors on the current backend.
 *
 * Labels are numbered in sorted order, as scikit-learn's LabelEncoder does, and `classes` says which number is which; an
 * encoder that was fitted before numbers them as it did then. What `makeCircles` and its like give has numbers already.
 *
 * @throws `Error` when the table has no labels; `ArgumentError` for a label that the encoder does not know.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { loadSonar, makeMoons, toTensors } from '@kindling/data';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const { x, y, classes } = toTensors(loadSonar());
 * console.log(x.shape, y.shape, classes); // => [ 208, 60 ] [ 208, 1 ] [ 'M', 'R' ]
 * console.log(toTensors(makeMoons()).x.shape); // => [ 100, 2 ]
 * ```
 */
export function toTensors(
  table: DataTable,
  encoder?: LabelEncoder<string>,
): TableTensors & { classes: readonly string[] };
export function toTensors(table: LabelledData): TableTensors;
export function toTensors(
  table: DataTable | LabelledData,
  encoder?: LabelEncoder<string>,
): TableTensors & { classes?: readonly string[] } {
  const given = typeof table === 'object' && table !== null && ('target' in table || 'labels' in table);
  if (!given) wrong(Error, 'toTensors', 'the table', 'one with data, and labels or a target', table);
  const { data, rows, columns } = table;
  const x = tensor(data, { dtype: 'float32' }).reshape([rows, columns]);
  const tensors = (classes: Int32Array): TableTensors => ({
    x,
    y: tensor(classes, { dtype: 'float32' }).reshape([rows, 1]),
  });
  if ('target' in table) return tensors(table.target);
  if (table.labels.length !== rows) throw new Error(`toTensors: ${rows} rows with ${table.labels.length} labels`);
  if (encoder !== undefined && typeof encoder?.transform !== 'function')
    wrong(Error, 'toTensors', 'the encoder', 'a LabelEncoder', encoder);
  const used = encoder ?? new LabelEncoder<string>().fit(table.labels);
  return { ...tensors(used.transform(table.labels)), classes: used.classes };
}
