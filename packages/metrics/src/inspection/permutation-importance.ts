import { checkOptions, type Known, wrong } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { type Label, type Labels, readColumn } from '../inputs.js';
import { whole } from '../statistics/checks.js';
import { Draws } from '../statistics/draws.js';
import { sum } from '../sum.js';
import { type Rows, readTable } from './rows.js';

/** Options of {@link permutationImportance}. */
export interface PermutationImportanceOptions {
  /** How often each column is shuffled; 5 when left out. */
  repeats?: number | undefined;
  /** `false` where a smaller score is better, as of a loss; `true` when left out. */
  greaterIsBetter?: boolean | undefined;
  /** The same seed gives the same importances; 0 when left out. */
  seed?: number | undefined;
}

/** How much worse the score gets without what a column says. */
export interface PermutationImportance {
  /** The score of the rows as they are. */
  readonly baseline: number;
  /** The mean loss of score a column; below zero where shuffling made it better by chance. */
  readonly mean: number[];
  /** The deviation over the repeats a column. */
  readonly deviation: number[];
  /** The loss of score of each repeat, a row a column. */
  readonly losses: number[][];
}

const known: Known<PermutationImportanceOptions> = { repeats: 1, greaterIsBetter: 'boolean', seed: 1 };
const where = 'permutationImportance';

/**
 * How much a model relies on each column: how much worse its score gets when the column's values are shuffled among the
 * rows (Breiman, "Random forests", 2001). Of columns that say the same, each looks less important than the two together.
 *
 * @param predict the model: what it says of rows, at once or as a promise
 * @param x the rows, `[n, columns]`
 * @param y the true classes, `[n]`
 * @param metric what judges the predictions, such as `rocAucScore`
 * @throws MetricError for no rows, rows of different lengths, a different number of classes, or what `metric` throws
 * @example
 * ```ts
 * import { accuracyScore, permutationImportance } from '@kindling/metrics';
 *
 * const x = [[0, 5], [0, 1], [0, 4], [1, 2], [1, 3], [1, 0]];
 * const firstColumn = (rows: Float64Array[]) => rows.map((row) => row[0] ?? 0);
 * const { baseline, mean } = await permutationImportance(firstColumn, x, [0, 0, 0, 1, 1, 1], accuracyScore);
 * console.log(baseline, (mean[0] ?? 0) > 0.2, mean[1]); // => 1 true 0
 * ```
 */
export async function permutationImportance<Prediction>(
  predict: (rows: Float64Array[]) => Prediction | Promise<Prediction>,
  x: Rows,
  y: Labels,
  metric: (yTrue: Label[], predictions: Prediction) => number,
  options: PermutationImportanceOptions = {},
): Promise<PermutationImportance> {
  if (typeof predict !== 'function') wrong(MetricError, where, 'predict', 'a function of rows', predict);
  if (typeof metric !== 'function') wrong(MetricError, where, 'metric', 'a function of yTrue and predictions', metric);
  checkOptions(MetricError, where, options, known);
  const { repeats = 5, greaterIsBetter = true, seed = 0 } = options;
  whole(where, 'repeats', repeats, 1);
  const draws = new Draws(where, seed);
  const rows = readTable(where, x);
  const truth = Array.from(readColumn(where, 'y', y)) as Label[];
  if (truth.length !== rows.length) {
    throw new MetricError(`${where}: x has ${rows.length} rows, y has ${truth.length} samples`);
  }
  // A model may write into what it gets, and a metric too.
  const score = async (table: readonly Float64Array[]): Promise<number> =>
    metric([...truth], await predict(table.map((row) => row.slice())));
  const baseline = await score(rows);
  const losses: number[][] = [];
  for (let column = 0; column < rows[0]!.length; column++) {
    const own: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      const order = draws.permutation(rows.length);
      const shuffled = rows.map((row, i) => {
        const changed = row.slice();
        changed[column] = rows[order[i]!]![column]!;
        return changed;
      });
      const loss = baseline - (await score(shuffled));
      own.push(greaterIsBetter ? loss : 0 - loss);
    }
    losses.push(own);
  }
  const mean = losses.map((own) => sum(own) / repeats);
  const deviation = losses.map((own, column) =>
    Math.sqrt(sum(own.map((loss) => (loss - mean[column]!) ** 2)) / repeats),
  );
  return { baseline, mean, deviation, losses };
}
