/** Computes with threads of its own and says when, then waits to be ended. Run by terminated.test.ts as a worker thread. */
import { parentPort } from 'node:worker_threads';
import { cpu } from '@kindling/backend-cpu';
import '@kindling/backend-cpu/threads';
import { ones, setBackend } from '@kindling/tensor-core';

setBackend(await cpu({ threads: 3 }));
const product = ones(512, 512).matmul(ones(512, 512));
parentPort!.postMessage(product.select(0, 0).select(0, 0).item());
setInterval(() => undefined, 1000);
