export {
  StreamingAccuracy,
  StreamingConfusionMatrix,
  StreamingF1,
  StreamingFbeta,
  StreamingPrecision,
  StreamingRecall,
} from './classes.js';
export { StreamingMean } from './mean.js';
export { StreamingBrierScore, StreamingLogLoss, type StreamingLogLossOptions } from './probabilities.js';
export { StreamingAveragePrecision, StreamingRocAuc } from './scores.js';
export type { StreamingMetric } from './streaming-metric.js';
