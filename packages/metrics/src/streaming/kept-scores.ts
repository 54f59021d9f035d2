import { checkOptions, type Known } from '@internal/arguments';
import { MetricError } from '../errors.js';
import {
  checkLengths,
  hasRows,
  type Label,
  type Labels,
  type Readable,
  readRows,
  readScores,
  readWeights,
  type ScoreRows,
  type Scores,
} from '../inputs.js';
import { readClasses } from './class-pairs.js';
import type { StreamingMetric } from './streaming-metric.js';

/** A metric of true classes and scores. */
type ScoreMetric<Options> = (
  yTrue: readonly Label[],
  yScore: Readable,
  options: Options & { sampleWeight?: Float64Array },
) => number;

interface Batch {
  readonly truth: ArrayLike<Label>;
  /** Row by row. */
  readonly scores: Float64Array;
  readonly weights: Float64Array | null;
}

/** Keeps the scores, of which a metric of their order needs each: 8 bytes a number, and as many for each weight. */
export abstract class KeptScores<Options extends object> implements StreamingMetric {
  private readonly metric: ScoreMetric<Options>;
  private readonly options: Options;
  private batches: Batch[] = [];
  /** How many scores a sample has; 0 for one number that is no row. */
  private width = 0;

  protected constructor(metric: ScoreMetric<Options>, options: Options, known: Known<Options>) {
    checkOptions(MetricError, new.target.name, options, known);
    this.metric = metric;
    this.options = options;
  }

  reset(): void {
    this.batches = [];
  }

  update(yTrue: Labels, yScore: Scores | ScoreRows, sampleWeight?: Scores): void {
    const where = `${this.constructor.name}.update`;
    const truth = readClasses(where, 'yTrue', yTrue);
    const { scores, rows, width } = readFlat(where, yScore);
    checkLengths(where, 'yTrue', truth.length, 'yScore', rows);
    const weights = sampleWeight === undefined ? null : readWeights(where, sampleWeight, rows);
    if (this.batches.length > 0 && width !== this.width) {
      throw new MetricError(`${where}: yScore has ${shown(width)} a sample, ${shown(this.width)} before`);
    }
    this.width = width;
    this.batches.push({ truth, scores, weights });
  }

  compute(): number {
    const { batches, width } = this;
    if (batches.length === 0) throw new MetricError(`${this.constructor.name}: there are no samples yet`);
    const truth = batches.flatMap((batch) => Array.from(batch.truth));
    const scores = joined(batches.map((batch) => batch.scores));
    const shape = width === 0 ? [truth.length] : [truth.length, width];
    const weighted = batches.some(({ weights }) => weights !== null);
    return this.metric(
      truth,
      { shape, dataSync: () => scores },
      {
        ...this.options,
        ...(weighted
          ? {
              sampleWeight: joined(
                batches.map((batch) => batch.weights ?? new Float64Array(batch.truth.length).fill(1)),
              ),
            }
          : {}),
      },
    );
  }
}

/** Scores row by row, how many rows there are, and how many scores each has. */
function readFlat(where: string, values: Scores | ScoreRows): { scores: Float64Array; rows: number; width: number } {
  if (!hasRows(values)) {
    const scores = readScores(where, 'yScore', values as Scores);
    return { scores, rows: scores.length, width: 0 };
  }
  const rows = readRows(where, 'yScore', values);
  return { scores: joined(rows), rows: rows.length, width: rows[0]!.length };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function shown(width: number): string {
  return width === 0 ? 'one score' : `a row of ${width}`;
}
