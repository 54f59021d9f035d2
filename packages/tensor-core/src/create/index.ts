export * from './arange.js';
export * from './filled.js';
export { fullLike, onesLike, zerosLike } from './like.js';
export type { RandomOptions, TensorOptions } from './options.js';
export {
  bernoulli,
  normal,
  rand,
  randint,
  randintLike,
  randLike,
  randn,
  randnLike,
  randperm,
} from './random.js';
export * from './tensor.js';
