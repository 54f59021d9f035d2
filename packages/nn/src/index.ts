/**
 * Modules, layers, losses and initialisers, named and numbered as PyTorch's.
 *
 * @module
 */
export * from './containers/index.js';
export * from './layers/index.js';
export * from './losses/index.js';
export { type AnyModule, type BufferOptions, Module } from './module.js';
export { Parameter, parameter } from './parameter.js';
export { type LoadResult, type StateDict, StateDictError } from './state-dict.js';
