/** As kindling.mjs, with brain.js; its step goes row by row. */
const start = performance.now();
const { default: brain } = await import('brain.js');
const imported = performance.now();
const net = new brain.NeuralNetwork({ hiddenLayers: [180], activation: 'relu' });
const rows = Array.from({ length: 10 }, (_, i) => ({
  input: Array.from({ length: 60 }, (_, j) => Math.sin(60 * i + j)),
  output: [i % 2],
}));
const { error } = net.train(rows, { iterations: 1, learningRate: 1e-4 });
const end = performance.now();
console.log(JSON.stringify({ import: imported - start, total: end - start, loss: error }));
process.exit(0);
