/**
 * What every package says about wrong arguments. A package adds it to its `devDependencies`, and its bundle has a copy of
 * what it uses; docs/decisions/public-surface.md has the rules.
 *
 * @module
 */

export { checkChoice } from './choice.js';
export { clean, describe, quoted } from './describe.js';
export {
  aColumn,
  aGenerator,
  aLabel,
  anArray,
  aRecord,
  aSeed,
  aSignal,
  numbers,
  oneOf,
  strings,
  twoNumbers,
} from './kinds.js';
export { nearest } from './nearest.js';
export { checkOptions, type Kind, type Known, needOptions } from './options.js';
export { type ErrorClass, wrong } from './wrong.js';
