import { readFileSync, existsSync } from 'node:fs';
import { cpu } from '@kindling/backend-cpu';
import { BCELoss, Linear, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { loadSonar, toTensors, StratifiedKFold, trainTestSplit, trainTestSplitIndices } from '@kindling/data';
import { accuracyScore } from '@kindling/metrics';
import { manualSeed, numpyRandom, setBackend, type Tensor } from '@kindling/tensor-core';
import { it } from 'vitest';
import { atThreshold, crossValidate } from './index.js';
void trainTestSplit;
it('x', async () => {
  setBackend(await cpu());
  for (const seed of [0, 1, 2]) {
    const t0 = performance.now();
    manualSeed(seed, { engine: 'torch' }); numpyRandom().seed(seed);
    const { x, y } = toTensors(loadSonar());
    const { train } = trainTestSplitIndices(208, { trainSize: 0.7 });
    const data = { x: x.indexSelect(0, train), y: y.indexSelect(0, train) };
    const labels = [...data.y.dataSync()];
    const wide = () => new Sequential(new Linear(60, 180), new ReLU(), new Linear(180, 1), new Sigmoid());
    const deep = () => new Sequential(new Linear(60, 60), new ReLU(), new Linear(60, 60), new ReLU(), new Linear(60, 60), new ReLU(), new Linear(60, 1), new Sigmoid());
    const f = `/tmp/sonar_ref_${seed}_300.json`;
    const ref = existsSync(f) ? JSON.parse(readFileSync(f, 'utf8')) : null;
    for (const [name, makeModel] of [['wide', wide], ['deep', deep]] as const) {
      const r = await crossValidate({ makeModel, makeOptimizer: (m) => new Adam(m.parameters(), { lr: 1e-4 }), data,
        folds: new StratifiedKFold({ nSplits: 5, shuffle: true }).split(labels.length, labels),
        loss: new BCELoss(), metrics: { accuracy: atThreshold(accuracyScore) }, restoreBest: { monitor: 'accuracy', mode: 'max' }, batchSize: 10, epochs: 300 });
      let worst50 = 0, worst = 0;
      if (ref) r.histories.forEach((h, i) => h.loss.forEach((l, e) => { const d = Math.abs(l / ref[name].loss[i][e] - 1); if (e < 50) worst50 = Math.max(worst50, d); worst = Math.max(worst, d); }));
      console.log('SONAR', seed, name, r.mean.toFixed(4), r.std.toFixed(4), r.scores.map((s) => Math.round(s * 29)).join(' '), 'torch', ref ? ref[name].mean.toFixed(4) + ' ' + ref[name].scores.map((s: number) => Math.round(s * 29)).join(' ') : '?', 'worst rel', worst50.toExponential(1), worst.toExponential(1), ((performance.now() - t0) / 1000).toFixed(1) + 's');
    }
  }
}, 580000);
export type T = Tensor;
