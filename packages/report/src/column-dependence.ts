import { checkOptions, type Known } from '@internal/arguments';
import type { Cell, Column, Table } from '@kindling/data';
import type { Classifier } from '@kindling/train';
import { checkModel, checkTable } from './checks.js';
import { ReportError } from './errors.js';
import { spread } from './spread.js';

/** Options of {@link columnDependence}. */
export interface ColumnDependenceOptions {
  /** How many values the column is set to at most; 20 when left out. */
  readonly values?: number | undefined;
  /** How many rows are used at most, evenly spread over the table; 300 when left out. */
  readonly rows?: number | undefined;
}

/** What a model would say if all rows had one value in a column. */
export interface ColumnDependence {
  readonly column: string;
  /** The values that all rows were set to: numbers and dates ascending, categories the most frequent first. */
  readonly values: readonly Cell[];
  /** The mean probability of the positive class at each. */
  readonly average: readonly number[];
}

const known: Known<ColumnDependenceOptions> = { values: 'number', rows: 'number' };
const where = 'columnDependence';

/**
 * How a classifier's probability depends on one column of a table, whatever its type, the others being as they are
 * (partial dependence; Friedman, "Greedy function approximation: a gradient boosting machine", 2001).
 *
 * @param model the classifier
 * @param table rows such as it was trained on
 * @param column a column that the model uses
 * @throws ReportError for what is no classifier or no table, or a column that the model does not use
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Table } from '@kindling/data';
 * import { columnDependence } from '@kindling/report';
 * import { setBackend } from '@kindling/tensor-core';
 * import { classifier } from '@kindling/train';
 *
 * setBackend(await cpu());
 * const rows = Array.from({ length: 80 }, (_, i) => ({ size: i % 20, kind: i % 20 > 9 ? 'large' : 'small' }));
 * const model = await classifier({ hidden: [], epochs: 60 }).fit(rows, { target: 'kind', positive: 'large' });
 * const { values, average } = await columnDependence(model, Table.from(rows), 'size', { values: 3 });
 * console.log(values, average[0]! < average[2]!); // => [ 0, 10, 19 ] true
 * ```
 */
export async function columnDependence(
  model: Classifier,
  table: Table,
  column: string,
  options: ColumnDependenceOptions = {},
): Promise<ColumnDependence> {
  checkModel(where, model);
  checkTable(where, 'table', table);
  checkOptions(ReportError, where, options, known);
  const { values: most = 20, rows: mostRows = 300 } = options;
  const used = model.spec.encoder.columns.map(({ name }) => name);
  if (!used.includes(column))
    throw new ReportError(
      `${where}: the model does not use a column ${JSON.stringify(column)}; it uses ${used.join(', ')}`,
    );
  const rows = table.take(spread(table.rows, mostRows));
  const places = typical(table.column(column), most);
  const average: number[] = [];
  for (const place of places) {
    // The value of one row in all of them: so the column keeps its type.
    const constant = table.select(column).take(new Int32Array(rows.rows).fill(place)).column(column);
    const probabilities = await model.predictProba(rows.with(constant));
    average.push(probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length);
  }
  return { column, values: places.map((place) => table.get(place, column)), average };
}

/** Rows that hold the values to look at: even steps through the ordered ones, or the most frequent categories. */
function typical(column: Column, most: number): number[] {
  if ('codes' in column) {
    const first = new Map<number, number>();
    const counts = new Map<number, number>();
    column.codes.forEach((code, row) => {
      if (code < 0) return;
      if (!first.has(code)) first.set(code, row);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    });
    const ranked = [...first.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
    return ranked.slice(0, most).map((code) => first.get(code)!);
  }
  const { values } = column;
  const present = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
  present.sort((a, b) => values[a]! - values[b]! || a - b);
  const different = present.filter((row, i) => i === 0 || values[row] !== values[present[i - 1]!]);
  // With few values each of them, else quantiles, where most rows are.
  const from = different.length <= most ? different : present;
  const steps = Math.min(most, from.length);
  const chosen = Array.from(
    { length: steps },
    (_, i) => from[steps === 1 ? 0 : Math.round((i * (from.length - 1)) / (steps - 1))]!,
  );
  return chosen.filter((row, i) => i === 0 || values[row] !== values[chosen[i - 1]!]);
}
