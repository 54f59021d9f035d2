/** As kindling.mjs, with jax-js on WebAssembly. */
const start = performance.now();
const { init, jit, nn, numpy: np, random, tree, valueAndGrad } = await import('@jax-js/jax');
const imported = performance.now();
await init('wasm');
const [key1, key2] = random.split(random.key(0), 2);
const model = {
  w1: random.normal(key1, [60, 180]).mul(0.1),
  b1: np.zeros([180]),
  w2: random.normal(key2, [180, 1]).mul(0.1),
  b2: np.zeros([1]),
};
const x = np.array(Float32Array.from({ length: 600 }, (_, i) => Math.sin(i))).reshape([10, 60]);
const y = np.array(Float32Array.from({ length: 10 }, (_, i) => i % 2)).reshape([10, 1]);
const lossOf = ({ w1, b1, w2, b2 }, rows, labels) => {
  const p = nn.sigmoid(np.matmul(nn.relu(np.matmul(rows, w1).add(b1)), w2).add(b2));
  const notLabels = np.array(1).sub(labels.ref);
  return np.mean(labels.mul(np.log(p.ref)).add(notLabels.mul(np.log(np.array(1).sub(p))))).neg();
};
const step = jit((parameters, rows, labels) => {
  const [loss, gradient] = valueAndGrad(lossOf)(tree.ref(parameters), rows, labels);
  return [loss, tree.map((p, g) => p.sub(g.mul(1e-4)), parameters, gradient)];
});
const [loss] = step(model, x, y);
const value = loss.item();
const end = performance.now();
console.log(JSON.stringify({ import: imported - start, total: end - start, loss: value }));
process.exit(0);
