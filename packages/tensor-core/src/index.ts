/**
 * Tensors, views, automatic differentiation and random streams: the core of Kindling.
 *
 * @module
 */
import './as-a-value.js';
import './autograd/methods.js';
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
