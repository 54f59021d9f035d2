/**
 * Functions that fill weights, as `torch.nn.init`.
 *
 * @module
 */
export * from './init/calculate-gain.js';
export * from './init/constant.js';
export type { InitOptions } from './init/fan.js';
export * from './init/kaiming.js';
export * from './init/orthogonal.js';
export * from './init/plain.js';
export * from './init/trunc-normal.js';
export * from './init/xavier.js';
