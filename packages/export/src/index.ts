/**
 * Trained models elsewhere: ONNX, a PyTorch script, a JavaScript module without dependencies.
 *
 * @module
 */
export type { Exportable } from './exportable.js';
export { toJavaScript } from './js/to-javascript.js';
export { type ToOnnxOptions, toOnnx } from './onnx/to-onnx.js';
export { toPytorch } from './pytorch/to-pytorch.js';
