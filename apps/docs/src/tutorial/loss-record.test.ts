import { expect, it } from 'vitest';
import { LossRecord } from './loss-record.js';

it.each([
  [true, 200],
  [false, 40],
])('tells the losses of a program now and then, and at its end; read at no cost: %s', (cheap, times) => {
  const told: { steps: number[]; values: number[] }[] = [];
  let read = 0;
  const record = new LossRecord((steps, values) => told.push({ steps: [...steps], values: [...values] }), { cheap });
  // Ten thousand steps of 2 ms.
  for (let i = 1; i <= 10_000; i++) {
    record.step(
      () => {
        read++;
        return 1 / i;
      },
      1000 + 2 * i,
    );
  }
  record.end();
  expect(told.length).toBeGreaterThan(0.75 * times);
  expect(told.length).toBeLessThan(1.05 * times + 1);
  const { steps, values } = told.at(-1)!;
  expect(values).toEqual(steps.map((step) => 1 / step));
  expect(steps.at(-1)).toBeGreaterThan(9700);
  expect(steps.length).toBeGreaterThan(0.75 * times);
  expect(steps.length).toBeLessThanOrEqual(600);
  if (!cheap) expect(read).toBeLessThan(1.05 * times + 1);
  // The next block begins anew.
  record.step(() => 5, 50_000);
  record.step(() => 4, 50_600);
  expect(told.at(-1)).toEqual({ steps: [1, 2], values: [5, 4] });
});
