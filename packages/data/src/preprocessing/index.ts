export { Binarizer, type BinarizerOptions } from './binarizer.js';
export type { Category, CategoryRows, EncoderState } from './categories.js';
export {
  type ColumnChoice,
  type ColumnStep,
  ColumnTransformer,
  type ColumnTransformerOptions,
  type ColumnTransformerState,
} from './column-transformer.js';
export type { CategoryStep, FeatureStep, NumberStep } from './feature-steps.js';
export { KBinsDiscretizer, type KBinsDiscretizerOptions } from './k-bins-discretizer.js';
export { KNNImputer, type KNNImputerOptions } from './k-nn-imputer.js';
export { LabelEncoder, type LabelEncoderState } from './label-encoder.js';
export type { Label } from './labels.js';
export { makePreprocessor, type PreprocessorOptions } from './make-preprocessor.js';
export type { FlatMatrix, Matrix, Scaled } from './matrix.js';
export { MaxAbsScaler } from './max-abs-scaler.js';
export { MinMaxScaler, type MinMaxScalerOptions } from './min-max-scaler.js';
export { type MutualInfoOptions, mutualInfoClassif } from './mutual-info-classif.js';
export { Normalizer, type NormalizerOptions } from './normalizer.js';
export { OneHotEncoder, type OneHotEncoderOptions } from './one-hot-encoder.js';
export { OrdinalEncoder, type OrdinalEncoderOptions } from './ordinal-encoder.js';
export { PCA, type PCAOptions } from './pca.js';
export { Pipeline, type PipelineState } from './pipeline.js';
export { PolynomialFeatures, type PolynomialFeaturesOptions } from './polynomial-features.js';
export { PowerTransformer, type PowerTransformerOptions } from './power-transformer.js';
export { type Features, Preprocessor, type PreprocessorState } from './preprocessor.js';
export { QuantileTransformer, type QuantileTransformerOptions } from './quantile-transformer.js';
export { RobustScaler, type RobustScalerOptions } from './robust-scaler.js';
export type { FitOptions } from './sample-weight.js';
export { type ColumnScores, chi2, fClassif, type ScoreFunction } from './scores.js';
export { SelectKBest, type SelectKBestOptions } from './select-k-best.js';
export { SimpleImputer, type SimpleImputerOptions } from './simple-imputer.js';
export { StandardScaler, type StandardScalerOptions } from './standard-scaler.js';
export type { Step, StepInput, StepKinds, StepOutput, StepState } from './step.js';
export { TargetEncoder, type TargetEncoderOptions, type TargetEncoderState } from './target-encoder.js';
export type { TransformerState } from './transformer.js';
export { transformerFrom } from './transformer-from.js';
export { VarianceThreshold, type VarianceThresholdOptions } from './variance-threshold.js';
