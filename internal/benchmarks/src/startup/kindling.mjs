/** A fresh process until the end of the first training step, in ms on standard output. */
const start = performance.now();
const { tensor, setBackend } = await import('@kindling/tensor-core');
const { cpu } = await import('@kindling/backend-cpu');
const { BCELoss, Linear, ReLU, Sequential, Sigmoid } = await import('@kindling/nn');
const { Adam } = await import('@kindling/optim');
const imported = performance.now();
setBackend(await cpu());
const model = new Sequential(new Linear(60, 180), new ReLU(), new Linear(180, 1), new Sigmoid());
const optimizer = new Adam(model.parameters(), { lr: 1e-4 });
const x = tensor(Float32Array.from({ length: 600 }, (_, i) => Math.sin(i))).reshape([10, 60]);
const y = tensor(Float32Array.from({ length: 10 }, (_, i) => i % 2)).reshape([10, 1]);
const loss = new BCELoss()(model(x), y);
loss.backward();
optimizer.step();
const value = loss.item();
const end = performance.now();
console.log(JSON.stringify({ import: imported - start, total: end - start, loss: value }));
process.exit(0);
