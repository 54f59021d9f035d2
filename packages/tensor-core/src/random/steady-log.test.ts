import { expect, it } from 'vitest';
import { roundedLog } from './rounded.js';
import { steadyLog } from './steady-log.js';

it('is the logarithm, to the last digits', () => {
  for (const x of [1, 2, 0.5, 10, 1e-300, 1e300, 2 ** -1022, Math.SQRT2, 1 - 2 ** -53, 1 + 2 ** -52])
    expect(Math.abs(steadyLog(x) - roundedLog(x))).toBeLessThanOrEqual(2 ** -51 * Math.abs(roundedLog(x)));
  for (let i = 1; i < 5000; i++) {
    const x = i / 5000;
    expect(Math.abs(steadyLog(x) - roundedLog(x))).toBeLessThanOrEqual(2 ** -51 * Math.max(0.01, -roundedLog(x)));
  }
});
