/**
 * All that the main entry exports, without the methods: what our packages are built with, so that a page loads the operations
 * that they call and no others. The methods come with the main entry, which a backend imports.
 *
 * @module
 */
// The types of their methods; they do nothing themselves.
import './as-a-value.js';
import './ops/in-place.js';
import './print.js';
import './size.js';

export type { TensorJSON } from './as-a-value.js';
export { type BackwardOptions, backward, type GradOptions, grad } from './autograd/backward.js';
export { autogradGraph, type GraphNode } from './autograd/graph.js';
export { enableGrad, isGradEnabled, noGrad } from './autograd/mode.js';
export type { Derivative, JointRule, Node, Rule, Saved } from './autograd/node.js';

export type { Activation, Backend, Buffer, View } from './backend.js';

export { broadcastShapes } from './broadcast.js';
export * from './create/index.js';
export { getBackend, setBackend } from './current-backend.js';
export { defineOp, type Op, type OpDefinition } from './define-op.js';
export { type DType, isFloating, promoteTypes, type TypedArray } from './dtype.js';
export * from './errors.js';
export * from './ops/index.js';
export * from './random/index.js';
export type { ListOfRank, NestedValues } from './read.js';
export { keep, scope } from './scope.js';
export type { Shape } from './shape.js';
export { Tensor, wrap as fromBuffer } from './tensor.js';
