export type { Category, CategoryRows, EncoderState } from './categories.js';
export { LabelEncoder } from './label-encoder.js';
export type { Label } from './labels.js';
export type { FlatMatrix, Matrix, Scaled } from './matrix.js';
export { MaxAbsScaler } from './max-abs-scaler.js';
export { MinMaxScaler, type MinMaxScalerOptions } from './min-max-scaler.js';
export { OneHotEncoder, type OneHotEncoderOptions } from './one-hot-encoder.js';
export { OrdinalEncoder, type OrdinalEncoderOptions } from './ordinal-encoder.js';
export {
  type Features,
  makePreprocessor,
  Preprocessor,
  type PreprocessorOptions,
  type PreprocessorState,
} from './preprocessor.js';
export { RobustScaler, type RobustScalerOptions } from './robust-scaler.js';
export { SimpleImputer, type SimpleImputerOptions } from './simple-imputer.js';
export { StandardScaler, type StandardScalerOptions } from './standard-scaler.js';
export type { TransformerState } from './transformer.js';
