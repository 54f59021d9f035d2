import { checkOptions, type Known } from '@internal/arguments';
import { Table } from '@kindling/data';
import { logLoss, permutationImportance, rocAucScore } from '@kindling/metrics';
import type { Classifier } from '@kindling/train';
import { checkModel, checkTable } from './checks.js';
import { ReportError } from './errors.js';
import { spread } from './spread.js';

/** Options of {@link columnImportance}. */
export interface ColumnImportanceOptions {
  /** How often each column is shuffled; 5 when left out. */
  readonly repeats?: number | undefined;
  /** How many rows are used at most, evenly spread over the table; 2000 when left out. */
  readonly rows?: number | undefined;
  /** The same seed gives the same importances; 0 when left out. */
  readonly seed?: number | undefined;
}

/** How much a model needs one column. */
export interface ColumnImportance {
  readonly column: string;
  /** How much the score falls in the mean when the column's values are shuffled. */
  readonly loss: number;
  /** The deviation over the repeats. */
  readonly deviation: number;
}

const known: Known<ColumnImportanceOptions> = { repeats: 1, rows: 1, seed: 1 };
const where = 'columnImportance';

/**
 * How much a classifier relies on each column of a table, whatever its type: how much its AUC falls (its log loss grows,
 * where all rows are of one class) when the column's values are shuffled among the rows (Breiman, "Random forests", 2001).
 *
 * @param model the classifier
 * @param table rows with their class, best ones that it was not trained on
 * @returns one entry a column that the model uses, the most important first
 * @throws ReportError for what is no classifier or no table, or a table without rows
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Table } from '@kindling/data';
 * import { columnImportance } from '@kindling/report';
 * import { setBackend } from '@kindling/tensor-core';
 * import { classifier } from '@kindling/train';
 *
 * setBackend(await cpu());
 * const rows = Array.from({ length: 80 }, (_, i) => ({
 *   size: (i * 7) % 20, wind: (i * 13) % 11, kind: (i * 7) % 20 > 9 ? 'large' : 'small',
 * }));
 * const table = Table.from(rows);
 * const model = await classifier({ hidden: [], epochs: 40 }).fit(table, { target: 'kind' });
 * console.log((await columnImportance(model, table))[0]?.column); // => size
 * ```
 */
export async function columnImportance(
  model: Classifier,
  table: Table,
  options: ColumnImportanceOptions = {},
): Promise<ColumnImportance[]> {
  checkModel(where, model);
  checkTable(where, 'table', table);
  checkOptions(ReportError, where, options, known);
  const { repeats = 5, rows: most = 2000, seed = 0 } = options;
  const used = table.take(spread(table.rows, most));
  const names = model.spec.encoder.columns.map(({ name }) => name);
  const columns = names.map((name) => used.select(name));
  const truth = used.labels(model.spec.target).map((label) => (String(label) === String(model.labels[1]) ? 1 : 0));
  const both = truth.includes(0) && truth.includes(1);
  // What is shuffled are the numbers of the rows: so a column may be of any type.
  const numbers = Array.from({ length: used.rows }, (_, row) => names.map(() => row));
  const predict = (rows: Float64Array[]): Promise<Float64Array> =>
    model.predictProba(
      new Table(columns.map((column, j) => column.take(rows.map((row) => row[j]!)).column(names[j]!))),
    );
  const score = both
    ? rocAucScore
    : (yTrue: Parameters<typeof logLoss>[0], p: Float64Array): number => -logLoss(yTrue, p, { labels: [0, 1] });
  const { mean, deviation } = await permutationImportance(predict, numbers, truth, score, { repeats, seed });
  return names
    .map((column, j) => ({ column, loss: mean[j]!, deviation: deviation[j]! }))
    .sort((a, b) => b.loss - a.loss);
}
