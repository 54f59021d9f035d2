/** As kindling.mjs, with TensorFlow.js on WebAssembly. */
const start = performance.now();
const tf = await import('@tensorflow/tfjs');
await import('@tensorflow/tfjs-backend-wasm');
const imported = performance.now();
await tf.setBackend('wasm');
const model = tf.sequential();
model.add(tf.layers.dense({ inputShape: [60], units: 180, activation: 'relu' }));
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }));
const optimizer = tf.train.adam(1e-4);
const x = tf.tensor2d(
  Float32Array.from({ length: 600 }, (_, i) => Math.sin(i)),
  [10, 60],
);
const y = tf.tensor2d(
  Float32Array.from({ length: 10 }, (_, i) => i % 2),
  [10, 1],
);
const loss = optimizer.minimize(() => tf.losses.logLoss(y, model.apply(x)), true);
const [value] = loss.dataSync();
const end = performance.now();
process.stdout.write(`${JSON.stringify({ import: imported - start, total: end - start, loss: value })}\n`);
process.exit(0);
