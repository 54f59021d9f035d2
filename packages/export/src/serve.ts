/**
 * A trained classifier behind HTTP (Node): JSON in, probabilities out.
 *
 * @module
 */
export { type Answer, createHandler, type Handler, type HandlerOptions } from './serve/handler.js';
export { openApi } from './serve/open-api.js';
export { type PredictionServer, type ServeOptions, serve } from './serve/serve.js';
