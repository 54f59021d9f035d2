/**
 * Tensors, views, automatic differentiation and random streams: the core of Kindling.
 *
 * @module
 */
import './methods/usual.js';
// Bundlers leave it out: package.json says that it does nothing. Node and a page without a bundler have all methods.
import './methods/seldom.js';
import './methods/missing.js';

export * from './functions.js';
