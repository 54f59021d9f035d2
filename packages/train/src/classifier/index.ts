export { Classifier, type ClassifierTask, classifier, type TableLike } from './classifier.js';
export {
  type ClassifierComparison,
  type ComparedMeasure,
  type CompareOptions,
  compareClassifiers,
  type DesignScores,
  type FoldOfDesign,
} from './compare-classifiers.js';
export { DummyClassifier, type DummyStrategy } from './dummy-classifier.js';
export type { Measures } from './measures.js';
export type { SavedPipeline } from './member-rows.js';
export type { NetworkDesign } from './network.js';
export type { OptimizerName, ScheduleName } from './optimizers.js';
export type { ActivationName, ClassifierEpoch, ClassifierOptions } from './options.js';
export type { ClassifierSpec } from './spec.js';
export type { RandomStreams } from './streams.js';
export {
  judgeDesign,
  type TuneOptions,
  type TuneResult,
  type TuneScore,
  type TuneTrial,
  tuneClassifier,
} from './tune-classifier.js';
export { type Voter, VotingClassifier, type VotingOptions } from './voting.js';
