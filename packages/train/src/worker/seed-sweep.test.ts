import { cpu } from '@kindling/backend-cpu';
import { describe, expect, it } from 'vitest';
import { seedSweep, sweepBand } from './seed-sweep.js';
import { serveTraining } from './serve.js';

function worker(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  serveTraining({ backends: { cpu } }, port1 as never);
  return port2;
}

const spec = { data: { name: 'moons', samples: 40 }, layers: [{ units: 4 }] } as const;

describe('a sweep over seeds', () => {
  it('gives the losses of each seed, the same each time', async () => {
    const told: number[] = [];
    const runs = await seedSweep(worker(), spec, { seeds: [1, 2], epochs: 8, onRun: ({ seed }) => told.push(seed) });
    expect(told).toEqual([1, 2]);
    expect(runs[0]!.train).toHaveLength(8);
    expect([...runs[0]!.heldOut].every(Number.isFinite)).toBe(true);
    expect(runs[0]!.train[7]).not.toBe(runs[1]!.train[7]);
    expect(await seedSweep(worker(), spec, { seeds: [1, 2], epochs: 8 })).toEqual(runs);
  });

  it('goes on after a loss that is no number', async () => {
    const wild = {
      ...spec,
      optimizer: { name: 'SGD', lr: 100, momentum: 0.99 },
      layers: [{ units: 32 }, { units: 32 }],
    } as const;
    const runs = await seedSweep(
      worker(),
      { ...wild, loss: 'BCEWithLogitsLoss', penalty: { name: 'L2', rate: 10 } },
      { seeds: 2, epochs: 60 },
    );
    expect(runs).toHaveLength(2);
    expect(runs[0]!.train[59]).toBeNaN();
  });

  it('refuses what makes no sense', async () => {
    await expect(seedSweep(worker(), spec, { seeds: 0 })).rejects.toThrow('seeds');
    await expect(seedSweep(worker(), spec, { epochs: 0.5 })).rejects.toThrow('epochs');
    await expect(seedSweep(worker(), spec, { epoch: 3 } as never)).rejects.toThrow("did you mean 'epochs'?");
    await expect(seedSweep(worker(), { data: { name: 'points' } }, { epochs: 2 })).rejects.toThrow(
      'comes with the points',
    );
    expect(() => sweepBand([])).toThrow('of one length');
  });

  it('leaves out what is no number in a band', () => {
    const { low, median, high } = sweepBand([
      [1, Number.NaN],
      [3, Number.NaN],
    ]);
    expect([low[0], median[0], high[0], median[1]]).toEqual([1, 2, 3, Number.NaN]);
  });
});
