import { cpu } from '@kindling/backend-cpu';
import { BCELoss, Linear } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, randn, scope, setBackend, type Tensor } from '@kindling/tensor-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { type GpuBackend, gpu } from './index.js';
import { denseView } from './testing.js';

const BUDGET = 2 ** 30;
let backend: GpuBackend;
beforeAll(async () => {
  backend = await gpu();
});
afterEach(async () => {
  await gpu({ budget: BUDGET });
});

it('moves to memory what was not used for longest, and has it back when it is used', async () => {
  await gpu({ budget: 20e6 });
  const before = backend.memory().moved;
  const made = Array.from({ length: 60 }, (_, i) => backend.fill(250_000, i, 'float32'));
  const copies = made.map((buffer) => backend.copy(denseView(buffer), 'float32'));
  const { bytes, moved } = backend.memory();
  // What was just used stays, whatever the budget is.
  expect(bytes).toBeLessThan(45e6);
  expect(moved).toBeGreaterThan(before);
  for (const [i, buffer] of made.entries()) {
    const sum = backend.reduce('sum', denseView(backend.binary('add', denseView(buffer), 1)), 0);
    expect((await backend.read(denseView(sum)))[0]).toBe(250_000 * (i + 1));
  }
  for (const buffer of made) backend.release(buffer);
  expect((await backend.read(denseView(copies[7]!)))[249_999]).toBe(7);
  backend.assign(denseView(copies[8]!), denseView(copies[9]!));
  expect((await backend.read(denseView(copies[8]!)))[5]).toBe(9);
  for (const buffer of copies) backend.release(buffer);
});

/** A model, and one step of its training as people write it. */
function training(): () => Tensor {
  manualSeed(3);
  const [x, y] = [randn(20, 30), randn(20, 1).gt(0).float()];
  const [first, last] = [new Linear(30, 50), new Linear(50, 1)];
  const loss = new BCELoss();
  const optimizer = new Adam([...first.parameters(), ...last.parameters()], { lr: 1e-3 });
  return () => {
    const value = loss(last(first(x).relu()).sigmoid(), y);
    optimizer.zeroGrad();
    value.backward();
    optimizer.step();
    return value;
  };
}

it('holds as much after 1,000 steps in scopes as after ten', () => {
  setBackend(backend);
  const step = training();
  for (let i = 0; i < 10; i++) scope(() => void step());
  const before = backend.memory();
  for (let i = 0; i < 1000; i++) scope(() => void step());
  expect(backend.memory()).toEqual(before);
}, 120_000);

it('stays within the budget in a loop without scopes, which never waits', async () => {
  setBackend(backend);
  const step = training();
  const { bytes, moved } = backend.memory();
  await gpu({ budget: bytes + 4e5 });
  const losses: number[] = [];
  for (let i = 0; i < 200; i++) {
    losses.push(step().item());
    expect(backend.memory().bytes).toBeLessThan(bytes + 8e5);
  }
  expect(backend.memory().moved).toBeGreaterThan(moved);
  setBackend(await cpu());
  const same = training();
  for (const [i, loss] of losses.entries()) expect(Math.abs(same().item() - loss), `step ${i}`).toBeLessThan(1e-5);
}, 120_000);
