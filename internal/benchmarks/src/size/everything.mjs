/** All that training in a page can load, and nothing shaken off. */
import '@kindling/backend-cpu/threads';

export * from '@kindling/backend-cpu';
export * from '@kindling/nn';
export * from '@kindling/optim';
export * from '@kindling/tensor-core';
