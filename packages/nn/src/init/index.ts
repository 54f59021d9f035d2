export * from './calculate-gain.js';
export type { InitOptions } from './fan.js';
export * from './kaiming.js';
