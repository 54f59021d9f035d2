export { type Distribution, logUniform, uniform, wholeNumbers } from './distributions.js';
export type { Objective, SearchOptions, SearchResult, Trial, TrialContext } from './options.js';
export { type Choices, parameterGrid, parameterSampler, type SamplerOptions, type Space } from './parameters.js';
export {
  gridSearch,
  type HalvingSearchOptions,
  halvingSearch,
  type RandomizedSearchOptions,
  randomizedSearch,
} from './search.js';
export type { SearchCheckpoint } from './trial-log.js';
