/** All that the main entries export, and nothing shaken off, with threads. */
import '@kindling/backend-cpu/threads';

export * from '@kindling/backend-cpu';
export * from '@kindling/nn';
export * from '@kindling/optim';
export * from '@kindling/tensor-core';
