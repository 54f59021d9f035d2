import { expect, it } from 'vitest';
import { TrainingClient } from './client.js';
import type { Frame, SessionEvent } from './messages.js';
import type { ExperimentOptions } from './spec.js';

/** Trains in a worker of its own until a frame is as wanted. */
function train(spec: ExperimentOptions, wanted: (frame: Frame) => boolean, go: (client: TrainingClient) => void) {
  const worker = new Worker(new URL('../testing/training-worker.ts', import.meta.url), { type: 'module' });
  const events: SessionEvent[] = [];
  return new Promise<{ frame: Frame; events: SessionEvent[] }>((resolve, reject) => {
    const client = new TrainingClient(worker, (event) => {
      events.push(event);
      if (event.type === 'failed' || event.type === 'stopped') reject(new Error(event.message));
      if (event.type !== 'frame' || !wanted(event)) return;
      client.close();
      resolve({ frame: event, events });
    });
    client.configure(spec);
    go(client);
  });
}

it('trains in a worker, while the page is free', async () => {
  const { frame, events } = await train(
    { data: { noise: 0.05 } },
    ({ metrics }) => metrics !== null && metrics.train.accuracy > 0.98,
    (client) => client.play(),
  );
  expect(frame.metrics!.heldOut!.accuracy).toBeGreaterThan(0.95);
  expect(events.filter(({ type }) => type === 'frame').length).toBeGreaterThan(3);
  expect(events[0]!.type).toBe('ready');
});

it('computes the same on the GPU, and rewinds there', async () => {
  const spec = { data: { name: 'moons', samples: 60 }, layers: [{ units: 6 }] } as const;
  const end = ({ epoch, metrics }: Frame) => epoch === 4 && metrics !== null;
  const go = (client: TrainingClient) => client.step(4, 'epoch');
  const near = await train(spec, end, go);
  const far = await train({ ...spec, backend: 'gpu' }, end, (client) => {
    client.step(5, 'epoch');
    client.seek(4);
  });
  for (const [i, value] of near.frame.field.entries()) expect(Math.abs(far.frame.field[i]! - value)).toBeLessThan(1e-3);
});
