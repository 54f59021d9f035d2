import { checkOptions, describe, type Known } from '@internal/arguments';
import { MetricError } from '../errors.js';
import { checkLengths, type Label, type Labels, readColumn, readLabels, readWeights, type Scores } from '../inputs.js';
import type { StreamingMetric } from './streaming-metric.js';

/** A metric of true and predicted classes. */
type ClassMetric<Options, Result> = (
  yTrue: readonly Label[],
  yPred: readonly Label[],
  options: Options & { sampleWeight: readonly number[] },
) => Result;

/** The names that a streaming metric knows: not that of the weights, which come with the samples. */
export function withoutWeights<Options extends { sampleWeight?: unknown }>(
  known: Known<Options>,
): Known<Omit<Options, 'sampleWeight'>> {
  const { sampleWeight, ...others } = known as Record<string, 1>;
  return others as Known<Omit<Options, 'sampleWeight'>>;
}

/** Keeps how much each pair of a true class and a predicted one weighs: all that a metric of classes has to know. */
export abstract class ClassPairs<Options extends object, Result = number> implements StreamingMetric<Result> {
  private readonly metric: ClassMetric<Options, Result>;
  private readonly options: Options;
  private readonly pairs = new Map<Label, Map<Label, number>>();

  protected constructor(metric: ClassMetric<Options, Result>, options: Options, known: Known<Options>) {
    checkOptions(MetricError, new.target.name, options, known);
    this.metric = metric;
    this.options = options;
  }

  reset(): void {
    this.pairs.clear();
  }

  update(yTrue: Labels, yPred: Labels, sampleWeight?: Scores): void {
    const where = `${this.constructor.name}.update`;
    const truth = readClasses(where, 'yTrue', yTrue);
    const guess = readClasses(where, 'yPred', yPred);
    checkLengths(where, 'yTrue', truth.length, 'yPred', guess.length);
    const weights = readWeights(where, sampleWeight, truth.length);
    for (let i = 0; i < truth.length; i++) {
      let row = this.pairs.get(truth[i]!);
      if (row === undefined) {
        row = new Map();
        this.pairs.set(truth[i]!, row);
      }
      row.set(guess[i]!, (row.get(guess[i]!) ?? 0) + weights[i]!);
    }
  }

  compute(): Result {
    const all = [...this.pairs].flatMap(([truth, row]) =>
      [...row].map(([guess, weight]) => ({ truth, guess, weight })),
    );
    if (all.length === 0) throw new MetricError(`${this.constructor.name}: there are no samples yet`);
    return this.metric(
      all.map(({ truth }) => truth),
      all.map(({ guess }) => guess),
      { ...this.options, sampleWeight: all.map(({ weight }) => weight) },
    );
  }
}

/** Classes as numbers, or as texts where they are. */
export function readClasses(where: string, argument: string, values: Labels): ArrayLike<Label> {
  const column = readColumn(where, argument, values);
  if (typeof column[0] !== 'string') return readLabels(where, argument, values);
  return Array.from(column, (value, i) => {
    if (typeof value === 'string') return value;
    throw new MetricError(`${where}: ${argument}[${i}] is ${describe(value)}, but other labels are texts`);
  });
}
