/** As kindling.mjs, with js-pytorch; it has no binary cross entropy, so the squared error stands in. */
const start = performance.now();
const { torch } = await import('js-pytorch');
const imported = performance.now();
const first = new torch.nn.Linear(60, 180);
const second = new torch.nn.Linear(180, 1);
const relu = new torch.nn.ReLU();
const optimizer = new torch.optim.Adam([first.W, first.b, second.W, second.b], 1e-4);
const x = torch.tensor(
  Array.from({ length: 10 }, (_, i) => Array.from({ length: 60 }, (_, j) => Math.sin(60 * i + j))),
);
const y = torch.tensor(Array.from({ length: 10 }, (_, i) => [i % 2]));
const loss = new torch.nn.MSELoss().forward(second.forward(relu.forward(first.forward(x))), y);
loss.backward();
optimizer.step();
const end = performance.now();
console.log(JSON.stringify({ import: imported - start, total: end - start, loss: loss.data[0] }));
process.exit(0);
