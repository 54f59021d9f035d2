export * from './arange.js';
export * from './filled.js';
export { fullLike, onesLike, zerosLike } from './like.js';
export type { RandomOptions, TensorOptions } from './options.js';
export * from './random.js';
export * from './tensor.js';
