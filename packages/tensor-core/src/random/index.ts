export {
  DEFAULT_SEED,
  defaultGenerator,
  getRngState,
  manualSeed,
  setDefaultGenerator,
  setRngState,
} from './default.js';
export type { Engine, FloatArrays, FloatDtype, Generator, GeneratorState, Seed, TruncNormal } from './generator.js';
export { SeedrandomGenerator, type SeedrandomGeneratorState } from './seedrandom.js';
export { type TruncNormalOptions, truncNormal } from './trunc-normal.js';
