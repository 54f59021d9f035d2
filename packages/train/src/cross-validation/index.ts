export { type CrossValPredictions, crossValPredict } from './cross-val-predict.js';
export { crossValidate } from './cross-validate.js';
export type {
  CrossValidateOptions,
  CrossValidation,
  Fold,
  FoldCurves,
  FoldEvent,
  FoldMeasure,
  FoldThreads,
  Preprocessor,
} from './options.js';
