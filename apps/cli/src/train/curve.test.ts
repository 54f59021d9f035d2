import { expect, it } from 'vitest';
import { Curve } from './curve.js';

it('shows the losses of the network that learns now', () => {
  const curve = new Curve();
  expect(String(curve)).toBe('');
  for (const valLoss of [0.8, 0.6, 0.45, 0.45]) curve.add({ member: 1, valLoss });
  expect(String(curve)).toBe(', held out 0.450 █▄▁▁');
  expect(curve.rate(2)).toBe('2 epochs/s');
  curve.add({ member: 2, valLoss: 0.7 });
  expect(String(curve)).toBe(', held out 0.700 ▁');
  for (let i = 0; i < 100; i++) curve.add({ member: 2, valLoss: 0.7 - i / 1000 });
  expect(String(curve)).toMatch(/^, held out 0\.601 █[▁▂▃▄▅▆▇█]{14}▁$/);
});
