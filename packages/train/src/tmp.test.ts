import { cpu } from '@kindling/backend-cpu';
import { BCELoss, Linear, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { manualSeed, setBackend, scope, randn, ones } from '@kindling/tensor-core';
import { it } from 'vitest';
import { fit } from './index.js';
it('x', async () => {
  setBackend(await cpu());
  manualSeed(9, { engine: 'torch' });
  const x = randn(2, 2), y = ones(2, 1);
  const mk = () => new Sequential(new Linear(2, 2), new ReLU(), new Linear(2, 1), new Sigmoid());
  const E = 20000;
  const hand = (sc: boolean) => {
    const m = mk(); const o = new SGD(m.parameters(), { lr: 1e-4 }); const L = new BCELoss();
    const step = () => { const l = L(m(x), y); o.zeroGrad(); l.backward(); o.step(); return l.item(); };
    for (let e = 0; e < E; e++) sc ? scope(() => step()) : step();
  };
  const viaFit = async () => { const m = mk(); await fit(m, { loss: new BCELoss(), optimizer: new SGD(m.parameters(), { lr: 1e-4 }), trainData: { x, y }, epochs: E }); };
  const t: Record<string, number[]> = { hand: [], scope: [], fit: [] };
  for (let r = 0; r < 7; r++) {
    let a = performance.now(); hand(false); t.hand!.push(performance.now() - a);
    a = performance.now(); hand(true); t.scope!.push(performance.now() - a);
    a = performance.now(); await viaFit(); t.fit!.push(performance.now() - a);
  }
  for (const k in t) console.log(k, (t[k]!.sort((p, q) => p - q)[2]! / E * 1000).toFixed(2), 'us/step', (t[k]![0]!/E*1000).toFixed(2));
}, 120000);
