import type { Label } from '@kindling/data';
import { delongTest, type Interval, mcnemarTest, proportionInterval, rocAucInterval } from '@kindling/metrics';
import type { Measures } from '@kindling/train';

/** A classifier as far as it is judged: of tables, or of images. */
export interface Judgeable<Rows> {
  readonly labels: readonly [Label, Label];
  predictProba(rows: Rows): Promise<Float64Array>;
  evaluate(rows: Rows): Promise<Measures>;
}

/** Test rows and their classes. */
export interface TestRows<Rows> {
  readonly rows: Rows;
  readonly labels: readonly Label[];
}

/** A model and what it says of the test rows. */
export interface Judged {
  readonly name: string;
  readonly probabilities: Float64Array;
  readonly measures: Measures;
}

/** A plain model beside the one that the report is about. */
export interface Compared extends Judged {
  /** How likely a difference of AUC of this size is where there is none; `null` where there is no AUC, or both rank alike. */
  readonly aucPValue: number | null;
  /** The same for the number of mistakes. */
  readonly mistakesPValue: number;
}

/** What a model says of test rows, and how sure one may be of the measures. */
export interface Judgement extends Judged {
  /** 1 for the positive class. */
  readonly truth: readonly number[];
  readonly labels: readonly [Label, Label];
  readonly intervals: {
    /** `null` where a class has fewer than two rows. */
    readonly auc: Interval | null;
    readonly accuracy: Interval;
    /** `null` where nothing was called positive. */
    readonly precision: Interval | null;
    /** `null` where there is no positive row. */
    readonly recall: Interval | null;
  };
  readonly compared: readonly Compared[];
}

/** Judges a model on test rows, and the plain models beside it. */
export async function judge<Rows>(
  model: Judgeable<Rows>,
  name: string,
  { rows: test, labels }: TestRows<Rows>,
  baselines: Readonly<Record<string, Judgeable<Rows>>>,
): Promise<Judgement> {
  const own = await judged(model, name, test);
  const [negative, positive] = model.labels;
  const truth = labels.map((label) => (String(label) === String(positive) ? 1 : 0));
  const [[, fp], [fn, tp]] = own.measures.confusion;
  const share = (part: number, all: number): Interval | null => (all === 0 ? null : proportionInterval(part, all));
  const positives = tp + fn;
  const enough = positives > 1 && truth.length - positives > 1;
  const right = Math.round(own.measures.accuracy * truth.length);
  const compared = await Promise.all(
    Object.entries(baselines).map(async ([other, baseline]): Promise<Compared> => {
      const its = await judged(baseline, other, test);
      const said = (of: Judged): number[] => Array.from(of.probabilities, (p) => (p > of.measures.threshold ? 1 : 0));
      const areas = enough ? delongTest(truth, own.probabilities, its.probabilities) : null;
      const { pValue } = mcnemarTest(truth, said(own), said(its));
      return { ...its, aucPValue: areas === null || areas.z === 0 ? null : areas.pValue, mistakesPValue: pValue };
    }),
  );
  return {
    ...own,
    truth,
    labels: [negative, positive],
    intervals: {
      auc: enough ? rocAucInterval(truth, own.probabilities) : null,
      accuracy: proportionInterval(right, truth.length),
      precision: share(tp, tp + fp),
      recall: share(tp, positives),
    },
    compared,
  };
}

async function judged<Rows>(model: Judgeable<Rows>, name: string, test: Rows): Promise<Judged> {
  const [probabilities, measures] = [await model.predictProba(test), await model.evaluate(test)];
  return { name, probabilities, measures };
}
