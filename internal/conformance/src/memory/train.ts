/**
 * Trains a small network in one synchronous loop and prints, as JSON, the process's memory after 1,000 steps and at the
 * end, in bytes. Run by memory.test.ts in a process of its own: `node train.mjs STEPS autograd|nn WASM`.
 */
import { cpu } from '@kindling/backend-cpu';
import { BCELoss, Linear, Sequential, Sigmoid } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, noGrad, randn, setBackend, type Tensor } from '@kindling/tensor-core';

const [steps, kind, wasm] = process.argv.slice(2) as [string, 'autograd' | 'nn', 'simd' | 'relaxed' | 'false'];
setBackend(await cpu({ wasm: wasm === 'false' ? false : wasm }));
manualSeed(1);
const x = randn(20, 2);
const y = x.select(1, 0).gt(0).float().unsqueeze(1);

/** Nothing but tensors, as a person writes it who knows no optimizer. */
function byHand(): () => Tensor {
  const parameters = [randn(2, 16), randn(16), randn(16, 1), randn(1)].map((p) => p.requiresGrad_());
  const [w1, b1, w2, b2] = parameters as [Tensor, Tensor, Tensor, Tensor];
  return () => {
    const out = x.matmul(w1).add(b1).tanh().matmul(w2).add(b2).sigmoid();
    const loss = out.sub(y).pow(2).mean();
    loss.backward();
    noGrad(() => {
      for (const p of parameters) {
        p.sub_(p.grad!.mul(0.1));
        p.grad = null;
      }
    });
    return loss;
  };
}

function withModules(): () => Tensor {
  const model = new Sequential(new Linear(2, 16), new Sigmoid(), new Linear(16, 1), new Sigmoid());
  const criterion = new BCELoss();
  const optimizer = new Adam(model.parameters(), { lr: 0.01 });
  return () => {
    optimizer.zeroGrad();
    const loss = criterion.forward(model.forward(x), y);
    loss.backward();
    optimizer.step();
    return loss;
  };
}

const step = kind === 'nn' ? withModules() : byHand();
let early = 0;
let loss: Tensor | undefined;
for (let i = 1; i <= Number(steps); i++) {
  loss = step();
  if (i === 1000) early = process.memoryUsage.rss();
}
console.log(JSON.stringify({ early, end: process.memoryUsage.rss(), loss: loss!.item() }));
