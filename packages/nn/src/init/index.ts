/**
 * Functions that fill weights, as `torch.nn.init`.
 *
 * @module
 */
export * from './calculate-gain.js';
export * from './constant.js';
export type { InitOptions } from './fan.js';
export * from './kaiming.js';
export * from './orthogonal.js';
export * from './plain.js';
export * from './trunc-normal.js';
export * from './xavier.js';
