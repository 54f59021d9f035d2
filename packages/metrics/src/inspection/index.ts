export { type PartialDependence, type PartialDependenceOptions, partialDependence } from './partial-dependence.js';
export {
  type PermutationImportance,
  type PermutationImportanceOptions,
  permutationImportance,
} from './permutation-importance.js';
export type { Rows } from './rows.js';
