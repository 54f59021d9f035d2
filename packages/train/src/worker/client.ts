import { checkChoice, checkOptions, type Known, wrong } from '@internal/arguments';
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

/** How a page wants to be told. */
export interface TrainingClientOptions {
  /**
   * Milliseconds that a frame of training under way stays before the next one comes; 0 when left out, which is as often as the
   * session makes them. For readers who asked for less motion.
   */
  readonly frameStays?: number;
}

const KNOWN: Known<TrainingClientOptions> = { frameStays: 1 };

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
  private readonly frameStays: number;
  private asked = 0;
  /** Until a frame that stays is said to be taken. */
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(worker: WorkerLike, listener: SessionListener, options: TrainingClientOptions = {}) {
    if (typeof worker?.postMessage !== 'function') {
      wrong(ExperimentError, 'TrainingClient', 'the worker', 'a Worker or a port of a channel', worker);
    }
    if (typeof listener !== 'function')
      wrong(ExperimentError, 'TrainingClient', 'the listener', 'a function', listener);
    checkOptions(ExperimentError, 'TrainingClient', options, KNOWN);
    const { frameStays = 0 } = options;
    if (!Number.isFinite(frameStays) || frameStays < 0)
      wrong(ExperimentError, 'TrainingClient', 'frameStays', 'milliseconds from 0', frameStays);
    this.frameStays = frameStays;
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
    if (typeof spec !== 'object' || spec === null || Array.isArray(spec) || spec instanceof Promise)
      wrong(ExperimentError, 'TrainingClient.configure', 'the experiment', 'an object of options', spec);
    const given = points === undefined ? {} : { points: copied('TrainingClient.configure', points) };
    this.asked++;
    // Copies, as what a framework watches cannot be posted.
    const plain = JSON.parse(JSON.stringify(spec)) as ExperimentOptions;
    this.post({ type: 'configure', spec: plain, ...given });
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
    checkWhole('TrainingClient.step', 'the count', count);
    checkChoice(ExperimentError, 'TrainingClient.step', 'the unit', unit, ['step', 'epoch']);
    this.post({ type: 'step', count, unit });
  }

  /** Goes to the end of an epoch and stops; 0 is before training. */
  seek(epoch: number): void {
    checkWhole('TrainingClient.seek', 'the epoch', epoch);
    this.post({ type: 'seek', epoch });
  }

  /** Asks what the network makes of a point. */
  probe(x: number, y: number): void {
    this.post({ type: 'probe', x, y });
  }

  /** Takes one step, told in numbers, with what the network made of the point at an index before. */
  dissect(point = 0): void {
    checkWhole('TrainingClient.dissect', 'the point', point);
    this.post({ type: 'dissect', point });
  }

  /** Goes on with other points. */
  setPoints(points: GivenPoints): void {
    this.post({ type: 'setPoints', points: copied('TrainingClient.setPoints', points) });
  }

  /** Asks for the weights as a file. */
  save(): void {
    this.post({ type: 'save' });
  }

  /** Ends the worker. */
  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.worker.onmessage = null;
    if (this.worker.terminate === undefined) this.worker.close?.();
    else this.worker.terminate();
  }

  private post(message: SessionMessage): void {
    // What somebody asks for is shown at once.
    if (this.timer !== null) this.take();
    this.worker.postMessage(message);
  }

  private take(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.worker.postMessage({ type: 'taken' } satisfies SessionMessage);
  }

  private hear(event: SessionEvent): void {
    const old = 'run' in event && event.run < this.asked;
    if (event.type === 'failed' && event.to === 'configure') this.asked--;
    if (event.type === 'frame') {
      if (event.playing && this.frameStays > 0) this.timer = setTimeout(() => this.take(), this.frameStays);
      // The next frame is made while this one is drawn.
      else this.take();
    }
    if (!old) this.listener(event as Frame);
  }
}

function checkWhole(where: string, what: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) wrong(ExperimentError, where, what, 'a whole number from 0', value);
}

function copied(where: string, given: GivenPoints): GivenPoints {
  const { xy, labels, heldOut, inputs } = given ?? {};
  for (const [name, list] of Object.entries({ xy, labels, ...(heldOut === undefined ? {} : { heldOut }) }))
    if (!Array.isArray(list) && !ArrayBuffer.isView(list))
      wrong(ExperimentError, where, `points.${name}`, 'an array of numbers', list);
  const floats = (values: ArrayLike<number>): Float32Array => Float32Array.from(values);
  return {
    xy: floats(xy),
    labels: Uint8Array.from(labels),
    ...(heldOut === undefined ? {} : { heldOut: Uint8Array.from(heldOut) }),
    ...(inputs && {
      inputs: {
        values: floats(inputs.values),
        origin: floats(inputs.origin),
        across: floats(inputs.across),
        up: floats(inputs.up),
      },
    }),
  };
}
