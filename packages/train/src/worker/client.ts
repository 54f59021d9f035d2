import { wrong } from '@internal/arguments';
import { ExperimentError } from './error.js';
import type { Frame, SessionEvent, SessionMessage } from './messages.js';
import type { GivenPoints } from './points.js';
import type { ExperimentOptions } from './spec.js';

/** A worker, as a page holds it, or one end of a channel. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  onmessage: ((event: never) => void) | null;
  onerror?: ((event: never) => void) | null;
  terminate?(): void;
  close?(): void;
}

/** Hears what a session tells. */
export type SessionListener = (event: SessionEvent) => void;

/**
 * A page's side of a training worker: methods for its messages, and a listener for what it tells. Frames of an experiment
 * that is not the latest any more are not passed on.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { serveTraining, TrainingClient } from '@kindling/train/worker';
 * const { port1, port2 } = new MessageChannel(); // in a page: new Worker(new URL('./worker.js', import.meta.url), …)
 * serveTraining({ backends: { cpu } }, port1 as never);
 * const accuracy = await new Promise((resolve) => {
 *   const client = new TrainingClient(port2, (event) => {
 *     if (event.type !== 'frame' || event.epoch < 100) return;
 *     client.close();
 *     resolve(event.metrics?.train.accuracy);
 *   });
 *   client.configure({ data: { name: 'blobs', noise: 0 } });
 *   client.step(100, 'epoch');
 * });
 * console.log(accuracy); // => 1
 * ```
 */
export class TrainingClient {
  private readonly worker: WorkerLike;
  private readonly listener: SessionListener;
  private asked = 0;

  constructor(worker: WorkerLike, listener: SessionListener) {
    if (typeof worker?.postMessage !== 'function') {
      wrong(ExperimentError, 'TrainingClient', 'the worker', 'a Worker or a port of a channel', worker);
    }
    if (typeof listener !== 'function')
      wrong(ExperimentError, 'TrainingClient', 'the listener', 'a function', listener);
    this.worker = worker;
    this.listener = listener;
    worker.onmessage = ((event: { data: SessionEvent }) => this.hear(event.data)) as (event: never) => void;
    if ('onerror' in worker) {
      worker.onerror = ((event: { message?: string }) => {
        listener({ type: 'failed', to: 'worker', message: event.message ?? 'the worker could not be started' });
      }) as (event: never) => void;
    }
  }

  /** Begins an experiment; {@link GivenPoints} for data that is not drawn. */
  configure(spec: ExperimentOptions, points?: GivenPoints): void {
    this.asked++;
    // Copies, as what a framework watches cannot be posted.
    const plain = JSON.parse(JSON.stringify(spec)) as ExperimentOptions;
    this.post({ type: 'configure', spec: plain, ...(points === undefined ? {} : { points: copied(points) }) });
  }

  /** Trains on. */
  play(): void {
    this.post({ type: 'play' });
  }

  /** Stops after the step under way. */
  pause(): void {
    this.post({ type: 'pause' });
  }

  /** Takes some steps or epochs and stops. */
  step(count = 1, unit: 'step' | 'epoch' = 'step'): void {
    this.post({ type: 'step', count, unit });
  }

  /** Goes to the end of an epoch and stops; 0 is before training. */
  seek(epoch: number): void {
    this.post({ type: 'seek', epoch });
  }

  /** Asks what the network makes of a point. */
  probe(x: number, y: number): void {
    this.post({ type: 'probe', x, y });
  }

  /** Takes one step, told in numbers, with what the network made of the point at an index before. */
  dissect(point = 0): void {
    this.post({ type: 'dissect', point });
  }

  /** Goes on with other points. */
  setPoints(points: GivenPoints): void {
    this.post({ type: 'setPoints', points: copied(points) });
  }

  /** Asks for the weights as a file. */
  save(): void {
    this.post({ type: 'save' });
  }

  /** Ends the worker. */
  close(): void {
    this.worker.onmessage = null;
    if (this.worker.terminate === undefined) this.worker.close?.();
    else this.worker.terminate();
  }

  private post(message: SessionMessage): void {
    this.worker.postMessage(message);
  }

  private hear(event: SessionEvent): void {
    const old = 'run' in event && event.run < this.asked;
    if (event.type === 'failed' && event.to === 'configure') this.asked--;
    // The next frame is made while this one is drawn.
    if (event.type === 'frame') this.post({ type: 'taken' });
    if (!old) this.listener(event as Frame);
  }
}

function copied({ xy, labels, heldOut }: GivenPoints): GivenPoints {
  const points = { xy: Float32Array.from(xy), labels: Uint8Array.from(labels) };
  return heldOut === undefined ? points : { ...points, heldOut: Uint8Array.from(heldOut) };
}
