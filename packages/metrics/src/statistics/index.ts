export { type BootstrapOptions, bootstrapInterval } from './bootstrap.js';
export type { Interval } from './checks.js';
export { type ComparedFolds, type CorrectedTTestOptions, correctedResampledTTest } from './corrected-t-test.js';
export { type ComparedAreas, delongTest, type RocAucIntervalOptions, rocAucInterval } from './delong.js';
export { type ComparedPredictions, type McnemarOptions, mcnemarTest } from './mcnemar.js';
export { type ProportionIntervalOptions, proportionInterval } from './proportion.js';
export {
  type ScoresInterval,
  type ScoresIntervalMethod,
  type ScoresIntervalOptions,
  scoresInterval,
} from './scores-interval.js';
