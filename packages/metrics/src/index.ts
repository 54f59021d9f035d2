/**
 * Classification metrics on plain arrays or tensors, named and numbered as scikit-learn's.
 *
 * @module
 */
export { type AccuracyOptions, accuracyScore, accuracyScore as accuracy } from './accuracy.js';
export { auc } from './auc.js';
export {
  type AveragePrecisionOptions,
  averagePrecisionScore,
  averagePrecisionScore as averagePrecision,
} from './average-precision.js';
export type { Average, ZeroDivision } from './averages.js';
export {
  type BalancedAccuracyOptions,
  balancedAccuracyScore,
  balancedAccuracyScore as balancedAccuracy,
} from './balanced-accuracy.js';
export { brierScoreLoss, brierScoreLoss as brierScore } from './brier-score.js';
export { type CalibrationCurve, type CalibrationOptions, calibrationCurve } from './calibration-curve.js';
export { expectedCalibrationError, maximumCalibrationError } from './calibration-error.js';
export {
  ClassificationReport,
  type ClassificationReportOptions,
  type ClassRow,
  classificationReport,
  type ReportRow,
} from './classification-report.js';
export { type CohenKappaOptions, cohenKappaScore, cohenKappaScore as cohenKappa } from './cohen-kappa.js';
export { ConfusionMatrix, type ConfusionMatrixOptions, confusionMatrix } from './confusion-matrix.js';
export { type DetCurve, detCurve } from './det-curve.js';
export { MetricError } from './errors.js';
export { type FbetaOptions, f1Score, f1Score as f1, fbetaScore, fbetaScore as fbeta } from './fbeta.js';
export { cumulativeGainCurve, type GainCurve, type LiftCurve, liftCurve } from './gain-curve.js';
export { type HammingOptions, hammingLoss } from './hamming-loss.js';
export { type HingeOptions, hingeLoss } from './hinge-loss.js';
export type { Label, Labels, Readable, ScoreRows, Scores } from './inputs.js';
export * from './inspection/index.js';
export { jaccardScore } from './jaccard.js';
export { type KsStatistic, ksStatistic } from './ks-statistic.js';
export { type LogLossOptions, logLoss } from './log-loss.js';
export { type MatthewsOptions, matthewsCorrcoef } from './matthews-corrcoef.js';
export type { LabelAverage } from './multilabel.js';
export { precisionScore, precisionScore as precision } from './precision.js';
export {
  type PrecisionRecallCurve,
  type PrecisionRecallCurveOptions,
  precisionRecallCurve,
} from './precision-recall-curve.js';
export {
  type PerClassOptions,
  type PrecisionRecallFscoreSupport,
  type PrecisionRecallOptions,
  precisionRecallFscoreSupport,
} from './precision-recall-fscore.js';
export type { RankingOptions } from './ranking.js';
export { recallScore, recallScore as recall } from './recall.js';
export { type RocAucOptions, rocAucScore, rocAucScore as rocAuc } from './roc-auc-score.js';
export { type RocCurve, type RocCurveOptions, rocCurve } from './roc-curve.js';
export { specificityScore, specificityScore as specificity } from './specificity.js';
export * from './statistics/index.js';
export * from './streaming/index.js';
export * from './thresholds/index.js';
export { type TopKOptions, topKAccuracyScore } from './top-k-accuracy.js';
export { zeroOneLoss } from './zero-one-loss.js';
