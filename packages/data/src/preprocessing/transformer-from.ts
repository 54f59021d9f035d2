import { Binarizer } from './binarizer.js';
import { ColumnTransformer } from './column-transformer.js';
import { KBinsDiscretizer } from './k-bins-discretizer.js';
import { KNNImputer } from './k-nn-imputer.js';
import { MaxAbsScaler } from './max-abs-scaler.js';
import { MinMaxScaler } from './min-max-scaler.js';
import { Normalizer } from './normalizer.js';
import { OneHotEncoder } from './one-hot-encoder.js';
import { OrdinalEncoder } from './ordinal-encoder.js';
import { PCA } from './pca.js';
import { Pipeline } from './pipeline.js';
import { PolynomialFeatures } from './polynomial-features.js';
import { PowerTransformer } from './power-transformer.js';
import { QuantileTransformer } from './quantile-transformer.js';
import { RobustScaler } from './robust-scaler.js';
import { SelectKBest } from './select-k-best.js';
import { SimpleImputer } from './simple-imputer.js';
import { StandardScaler } from './standard-scaler.js';
import { checkKinds, type Step, type StepKinds, type StepState, stepFrom } from './step.js';
import { TargetEncoder } from './target-encoder.js';
import { VarianceThreshold } from './variance-threshold.js';

/**
 * The transformer that a saved state is of, whichever of this package it is. A page that loads one kind is smaller with that class's own
 * `fromJSON`.
 *
 * @param own - classes of one's own, by their names.
 * @throws `ArgumentError` where it is no state, or of a class that is not known.
 * @example
 * ```ts
 * import { MinMaxScaler, transformerFrom } from '@kindling/data';
 *
 * const saved = JSON.stringify(new MinMaxScaler().fit([[1], [3]]));
 * console.log(transformerFrom(JSON.parse(saved)).transform([[2]])); // => [ [ 0.5 ] ]
 * ```
 */
export function transformerFrom(state: StepState, own: StepKinds = {}): Step {
  checkKinds('transformerFrom', own);
  const kinds: StepKinds = {
    Binarizer,
    ColumnTransformer,
    KBinsDiscretizer,
    KNNImputer,
    MaxAbsScaler,
    MinMaxScaler,
    Normalizer,
    OneHotEncoder,
    OrdinalEncoder,
    PCA,
    Pipeline,
    PolynomialFeatures,
    PowerTransformer,
    QuantileTransformer,
    RobustScaler,
    SelectKBest,
    SimpleImputer,
    StandardScaler,
    TargetEncoder,
    VarianceThreshold,
    ...own,
  };
  return stepFrom('transformerFrom', state, kinds);
}
