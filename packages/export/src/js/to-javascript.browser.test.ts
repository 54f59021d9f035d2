import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { people, trained } from '../testing/models.js';
import { toJavaScript } from './to-javascript.js';

it('predicts the same in a page', async () => {
  setBackend(await cpu());
  const model = await trained({ activation: 'gelu', calibrate: 'platt' });
  const url = URL.createObjectURL(new Blob([await toJavaScript(model)], { type: 'text/javascript' }));
  const { predictProba } = (await import(/* @vite-ignore */ url)) as { predictProba(rows: unknown): number[] };
  const rows = people(60, 1000);
  const wanted = await model.predictProba(rows);
  predictProba(rows).forEach((p, i) => void expect(Math.abs(p - wanted[i]!), `row ${i}`).toBeLessThan(1e-5));
});
