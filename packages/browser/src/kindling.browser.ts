/**
 * Kindling as one self-contained module, for pages and workers without a bundler: the names of tensor-core, backend-cpu, nn,
 * optim and train as they are, and data, metrics and viz by their package's name, as some of their names stand in two.
 *
 * @module
 */
import '@kindling/backend-cpu/kernels';
import '@kindling/backend-cpu/threads';
import '@kindling/tensor-core/methods';

export * from '@kindling/backend-cpu';
export * as data from '@kindling/data';
export * as metrics from '@kindling/metrics';
export * from '@kindling/nn';
// A layer in nn; the type of that name in train is a part of CrossValidation.
export { Fold } from '@kindling/nn';
export * as functional from '@kindling/nn/functional';
export * as init from '@kindling/nn/init';
export * from '@kindling/nn/utils';
export * as utils from '@kindling/nn/utils';
export * from '@kindling/optim';
export * from '@kindling/optim/lbfgs';
export * from '@kindling/optim/lr-scheduler';
export * from '@kindling/optim/swa-utils';
export * from '@kindling/tensor-core';
export { NumpyGenerator } from '@kindling/tensor-core/numpy';
export { TorchGenerator } from '@kindling/tensor-core/torch';
export * from '@kindling/train';
export * as viz from '@kindling/viz';
