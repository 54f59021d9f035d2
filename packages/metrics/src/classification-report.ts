import { aColumn, anArray, checkOptions, clean, type Known, strings } from '@internal/arguments';
import { accuracyScore } from './accuracy.js';
import { type ZeroDivision, zeroOrOne } from './averages.js';
import { classCounts } from './counts.js';
import { MetricError } from './errors.js';
import { fixed } from './fixed.js';
import type { Label, Labels, Scores } from './inputs.js';
import {
  averaged,
  type PrecisionRecallFscoreSupport,
  precisionRecallFscoreSupport,
} from './precision-recall-fscore.js';
import { sum } from './sum.js';

/** Options of {@link classificationReport}. */
export interface ClassificationReportOptions {
  /** The classes to report; all that occur when left out. */
  labels?: ArrayLike<Label> | undefined;
  /** A name for each of the classes. */
  targetNames?: readonly string[] | undefined;
  /** The weight of each sample; 1 each when left out. */
  sampleWeight?: Scores | undefined;
  /** Decimals in the printed table; 2 when left out. */
  digits?: number | undefined;
  /** The score where there is nothing to divide by; 0 when left out. */
  zeroDivision?: ZeroDivision | undefined;
}

const known: Known<ClassificationReportOptions> = {
  labels: anArray,
  targetNames: strings,
  sampleWeight: aColumn,
  digits: 'number',
  zeroDivision: zeroOrOne,
};

/** One line of a report. */
export interface ReportRow {
  readonly precision: number;
  readonly recall: number;
  readonly f1Score: number;
  readonly support: number;
}

/** The line of one class. */
export interface ClassRow extends ReportRow {
  readonly name: string;
}

/**
 * Precision, recall, F1 and support of every class, with averages, which prints itself as scikit-learn's report does.
 *
 * @example
 * ```ts
 * import { classificationReport } from '@kindling/metrics';
 *
 * const report = classificationReport([0, 1, 1], [0, 1, 0], { targetNames: ['rock', 'mine'] });
 * console.log(report.classes[1]?.name, report.classes[1]?.recall, report.accuracy?.toFixed(2)); // => mine 0.5 0.67
 * ```
 */
export class ClassificationReport {
  constructor(
    /** Each class's scores, in the order of the labels. */
    readonly classes: readonly ClassRow[],
    /** The fraction predicted right; absent when `labels` left out a class that occurs. */
    readonly accuracy: number | undefined,
    /** The scores over pooled counts, of which accuracy is a special case. */
    readonly microAvg: ReportRow,
    /** The plain means over classes. */
    readonly macroAvg: ReportRow,
    /** The means over classes, weighted by how often each truly occurs. */
    readonly weightedAvg: ReportRow,
    private readonly style: { readonly digits: number; readonly supports: 'weights' | 'floats' | 'counts' },
  ) {}

  /** The table as text. */
  toString(): string {
    const { digits, supports } = this.style;
    const names = this.classes.map(({ name }) => printable(name));
    const width = Math.max(...names.map(({ length }) => length), 'weighted avg'.length, digits);
    const score = (value: number): string => fixed(value, digits);
    const count = (value: number): string =>
      supports === 'weights' ? fixed(value, digits) : supports === 'floats' ? value.toFixed(1) : `${value}`;
    const line = (name: string, cells: readonly string[]): string =>
      `${name.padStart(width)}  ${cells.map((cell) => cell.padStart(9)).join(' ')}\n`;
    const row = (name: string, scores: ReportRow): string =>
      line(name, [score(scores.precision), score(scores.recall), score(scores.f1Score), count(scores.support)]);
    const total = this.microAvg.support;
    return [
      line('', ['precision', 'recall', 'f1-score', 'support']),
      '\n',
      ...this.classes.map((scores, i) => row(names[i]!, scores)),
      '\n',
      this.accuracy === undefined
        ? row('micro avg', this.microAvg)
        : // F1 over all classes is accuracy, and what scikit-learn prints: the last bit can decide a rounding.
          line('accuracy', ['', '', score(this.microAvg.f1Score), count(total)]),
      row('macro avg', this.macroAvg),
      row('weighted avg', this.weightedAvg),
    ].join('');
  }

  /** What Node's console prints. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * Reports precision, recall, F1 and support of every class, and their averages.
 * Equal to scikit-learn's `classification_report`, also as text (where there are sample weights, supports are printed
 * with `digits` decimals).
 *
 * @param yTrue the true classes, `[n]`
 * @param yPred the predicted classes, `[n]`
 * @throws MetricError for an empty argument, different lengths, a value that is no class label, or names that are not
 * one for each class
 * @example
 * ```ts
 * import { classificationReport } from '@kindling/metrics';
 *
 * const lines = classificationReport([0, 1, 1], [0, 1, 0]).toString().split('\n');
 * console.log(lines[3]?.trim()); // => 1       1.00      0.50      0.67         2
 * ```
 */
export function classificationReport(
  yTrue: Labels,
  yPred: Labels,
  options: ClassificationReportOptions = {},
): ClassificationReport {
  const where = 'classificationReport';
  checkOptions(MetricError, where, options, known);
  const zeroDivision = options.zeroDivision ?? 0;
  const digits = options.digits ?? 2;
  if (!Number.isInteger(digits) || digits < 0 || digits > 20) {
    throw new MetricError(`${where}: digits is ${digits}, expected a whole number from 0 to 20`);
  }
  const counts = classCounts(where, yTrue, yPred, options);
  const { labels, present } = counts;
  const names = options.targetNames ?? labels.map((label) => String(counts.name(label)));
  if (names.length !== labels.length || new Set(names).size !== names.length) {
    throw new MetricError(
      `${where}: targetNames must name each of the ${labels.length} classes once, got ${names.join(', ')}`,
    );
  }

  const { labels: asked, sampleWeight } = options;
  const scores = precisionRecallFscoreSupport(yTrue, yPred, { labels: asked, sampleWeight, zeroDivision });
  const support = sum(scores.support);
  const average = (kind: 'micro' | 'macro' | 'weighted'): ReportRow => {
    const { precision, recall, fscore } = averaged(counts, kind, 1, zeroDivision);
    return { precision, recall, f1Score: fscore, support };
  };
  const micro = average('micro');
  // scikit-learn's counts become floats where nothing was right.
  const weighted = options.sampleWeight !== undefined;
  const supports = weighted ? 'weights' : accuracyScore(yTrue, yPred) > 0 ? 'counts' : 'floats';
  const complete = present.length === labels.length && present.every((label) => labels.includes(label));
  return new ClassificationReport(
    names.map((name, i) => ({ name, ...row(scores, i) })),
    complete ? micro.precision : undefined,
    micro,
    average('macro'),
    average('weighted'),
    { digits, supports },
  );
}

/** A name without what steers a terminal, and no longer than a few lines. */
function printable(name: string): string {
  const cut = name.length > 200 ? `${name.slice(0, 199)}…` : name;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, clean);
}

function row(scores: PrecisionRecallFscoreSupport, i: number): ReportRow {
  return {
    precision: scores.precision[i]!,
    recall: scores.recall[i]!,
    f1Score: scores.fscore[i]!,
    support: scores.support[i]!,
  };
}
