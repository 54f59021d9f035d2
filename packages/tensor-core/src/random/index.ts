export {
  createGenerator,
  DEFAULT_SEED,
  defaultGenerator,
  getRngState,
  manualSeed,
  numpyRandom,
  setDefaultGenerator,
  setRngState,
} from './default.js';
export type { EngineName, FloatArrays, FloatDtype, Generator, GeneratorState, Seed } from './generator.js';
export { type ChoiceOptions, RandomState, type RandomStateState, type Shuffleable } from './numpy.js';
export { NumpyGenerator } from './numpy-generator.js';
export { roundedCos, roundedLog, roundedSin } from './rounded.js';
export { SeedrandomGenerator, type SeedrandomGeneratorState } from './seedrandom.js';
export { TorchGenerator, type TorchGeneratorState } from './torch.js';
export { type TruncNormalOptions, truncNormal } from './trunc-normal.js';
