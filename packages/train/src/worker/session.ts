import { wrong } from '@internal/arguments';
import type { Backend } from '@kindling/tensor-core';
import { ExperimentError } from './error.js';
import { experiment } from './experiment.js';
import { explainNonFinite } from './explain.js';
import { FIELD_SIZE, Frames, NEURON_SIZE } from './frames.js';
import { Learner } from './learner.js';
import type { Points, SessionEvent, SessionMessage } from './messages.js';
import { nextTurn } from './next-turn.js';
import { drawPoints, type GivenPoints, givenPoints } from './points.js';
import { Snapshots } from './snapshots.js';

/**
 * How long training goes on before messages are looked at, and how far apart frames are, in milliseconds: thirty a second look
 * as smooth as sixty, and leave a page time for what else it does.
 */
const SLICE = 8;
const FRAME = 30;
/** How often losses are read from a device. */
const READ = 100;

/** The smallest half width of a field. */
const EXTENT = 1.5;

/** What a session needs of the place where it runs. */
export interface SessionOptions {
  /** Makes the backends that specs may name; a session calls each at most once. */
  readonly backends: {
    readonly cpu: () => Promise<Backend> | Backend;
    readonly gpu?: () => Promise<Backend> | Backend;
  };
  /** Gets what the session tells, and the buffers in it that may be transferred. */
  readonly send: (event: SessionEvent, transfer: ArrayBuffer[]) => void;
}

/**
 * Training that is steered by messages and shows itself in frames: what runs in a worker, without the worker.
 *
 * It trains in slices of 8 ms, so that messages are heard, and sends a frame only when the last one was `taken`. It draws
 * from a stream of its own and leaves the default backend alone, so that several sessions can share a thread.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { type SessionEvent, TrainingSession } from '@kindling/train/worker';
 * const events: SessionEvent[] = [];
 * const session = new TrainingSession({ backends: { cpu }, send: (event) => void events.push(event) });
 * await session.receive({ type: 'configure', spec: { data: { name: 'blobs' } } });
 * await session.receive({ type: 'taken' });
 * await session.receive({ type: 'step', count: 50, unit: 'epoch' });
 * console.log(events.map(({ type }) => type)); // => [ 'ready', 'frame', 'frame' ]
 * console.log(events.at(-1)!.type === 'frame' && session.epoch); // => 50
 * ```
 */
export class TrainingSession {
  private readonly options: SessionOptions;
  private readonly backends = new Map<string, Promise<Backend>>();
  private readonly queue: { message: SessionMessage; done: () => void }[] = [];
  private learner: Learner | null = null;
  private snapshots: Snapshots | null = null;
  private points: Points | null = null;
  private run = 0;
  private extent = EXTENT;
  private playing = false;
  private working = false;
  private inFlight = false;
  private frameWanted = false;
  private losses: number[] = [];
  private lossesReadAt = 0;
  private frameAt = 0;
  private readonly frames = new Frames();

  constructor(options: SessionOptions) {
    if (typeof options?.send !== 'function' || typeof options.backends?.cpu !== 'function') {
      wrong(ExperimentError, 'TrainingSession', 'the options', '{ backends: { cpu }, send }', options);
    }
    this.options = options;
  }

  /** Epochs that are finished. */
  get epoch(): number {
    return this.learner?.epoch ?? 0;
  }

  /**
   * Follows a message, after those before it; never rejects: what cannot be followed is told as `failed`.
   *
   * @returns when it was followed; for `play`, when training has begun.
   */
  receive(message: SessionMessage): Promise<void> {
    if (message?.type === 'taken') {
      this.inFlight = false;
      void this.work();
      return Promise.resolve();
    }
    return new Promise((done) => {
      this.queue.push({ message, done });
      void this.work();
    });
  }

  /** The one loop: messages first, then a slice of training, then a frame. */
  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      while (this.queue.length > 0 || this.playing || (this.frameWanted && !this.inFlight)) {
        const next = this.queue.shift();
        if (next !== undefined) {
          await this.follow(next.message);
          await this.showFrame();
          next.done();
          continue;
        }
        if (this.playing) await this.slice();
        await this.showFrame();
        if (this.playing) await nextTurn();
      }
    } finally {
      this.working = false;
    }
  }

  private async follow(message: SessionMessage): Promise<void> {
    try {
      await this.obey(message);
    } catch (error) {
      this.playing = false;
      const text = error instanceof Error ? error.message : String(error);
      this.options.send({ type: 'failed', to: String(message?.type), message: text }, []);
    }
  }

  private async obey(message: SessionMessage): Promise<void> {
    switch (message?.type) {
      case 'configure':
        return this.configure(message);
      case 'play':
        this.ready();
        this.frames.forgetPace();
        this.playing = true;
        return;
      case 'pause':
        this.playing = false;
        this.frameWanted = true;
        return;
      case 'step':
        return this.steps(message.count ?? 1, message.unit ?? 'step');
      case 'seek':
        return this.seek(message.epoch);
      case 'probe':
        return this.probe(message.x, message.y);
      case 'dissect':
        return this.dissect(message.point ?? 0);
      case 'setPoints':
        return this.setPoints(message.points);
      case 'save':
        return this.save();
      default:
        throw new ExperimentError(
          `TrainingSession: there is no message '${String((message as SessionMessage)?.type)}'`,
        );
    }
  }

  private async configure({ spec: given, points }: SessionMessage & { type: 'configure' }): Promise<void> {
    this.playing = false;
    const spec = experiment(given);
    if (points === undefined && spec.data.name === 'points') {
      throw new ExperimentError("TrainingSession: data 'points' comes with the points");
    }
    const all = points === undefined ? drawPoints(spec.data, spec.seed) : givenPoints(points, spec);
    const backend = await this.backend(spec.backend);
    const learner = await Learner.of(spec, all, backend);
    this.snapshots?.clear();
    this.snapshots = new Snapshots(learner);
    this.snapshots.take(learner);
    this.learner = learner;
    this.losses = [];
    this.run++;
    this.take(all);
    const { run, extent } = this;
    const parameters = learner.weights;
    this.options.send(
      { type: 'ready', run, spec, points: all, extent, size: FIELD_SIZE, neuronSize: NEURON_SIZE, parameters },
      [],
    );
  }

  private take(points: Points): void {
    this.points = points;
    const far = points.xy.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    this.extent = Math.max(EXTENT, 1.1 * far);
    this.look();
  }

  private backend(name: 'cpu' | 'gpu'): Promise<Backend> {
    const make = this.options.backends[name];
    if (make === undefined) throw new ExperimentError(`TrainingSession: this session has no backend '${name}'`);
    let backend = this.backends.get(name);
    if (backend === undefined) {
      backend = Promise.resolve(make());
      // A device that was not there may be there later.
      backend.catch(() => this.backends.delete(name));
      this.backends.set(name, backend);
    }
    return backend;
  }

  private configured(): Learner {
    if (this.learner === null) throw new ExperimentError('TrainingSession: configure comes first');
    return this.learner;
  }

  /** The learner, with points to train on. */
  private ready(): Learner {
    const learner = this.configured();
    if (learner.size === 0) throw new ExperimentError('There are no points to train on: draw some, or hold fewer out.');
    return learner;
  }

  private async slice(): Promise<void> {
    const learner = this.learner!;
    const until = performance.now() + SLICE;
    try {
      do await this.advance(learner);
      while (this.playing && performance.now() < until);
    } catch (error) {
      this.stop(error instanceof Error ? error.message : String(error));
    }
    this.frameWanted = true;
  }

  /** One step; at the end of an epoch its losses. */
  private async advance(learner: Learner, always = false): Promise<void> {
    if (!learner.step()) return;
    // Reading makes a device wait.
    const now = performance.now();
    if (!always && learner.backend.garbageCollected !== true && now - this.lossesReadAt < READ) {
      this.snapshots!.take(learner);
      return;
    }
    this.lossesReadAt = now;
    const { epoch, train, heldOut } = await learner.losses();
    this.losses.push(epoch, train, heldOut);
    if (Number.isFinite(train)) this.snapshots!.take(learner);
    else this.stop(explainNonFinite(learner.spec, epoch, train));
  }

  private stop(message: string): void {
    this.playing = false;
    this.frameWanted = true;
    this.options.send({ type: 'stopped', run: this.run, epoch: this.epoch, message }, []);
  }

  private async steps(count: number, unit: 'step' | 'epoch'): Promise<void> {
    whole('step', 'count', count, 1);
    if (unit !== 'step' && unit !== 'epoch') wrong(ExperimentError, 'step', 'unit', "'step' or 'epoch'", unit);
    const learner = this.ready();
    this.playing = false;
    const [end, stops] = [learner.epoch + count, learner.steps + count];
    await this.advanceUntil(learner, () => (unit === 'epoch' ? learner.epoch >= end : learner.steps >= stops));
    this.look();
  }

  private async seek(epoch: number): Promise<void> {
    whole('seek', 'epoch', epoch, 0);
    const learner = this.ready();
    this.playing = false;
    // Back to a snapshot also from within an epoch.
    if (epoch < learner.epoch || (epoch === learner.epoch && learner.within)) this.snapshots!.restore(learner, epoch);
    await this.advanceUntil(learner, () => learner.epoch >= epoch);
    this.look();
  }

  /** Trains until something holds, a newer message takes its place, or the loss is no number. */
  private async advanceUntil(learner: Learner, done: () => boolean): Promise<void> {
    let pauseAt = performance.now() + SLICE;
    let stopped = false;
    while (!done() && !stopped) {
      const { length } = this.losses;
      await this.advance(learner, true);
      stopped = this.losses.length > length && !Number.isFinite(this.losses.at(-2));
      if (performance.now() < pauseAt) continue;
      await nextTurn();
      pauseAt = performance.now() + SLICE;
      if (this.queue.some(({ message }) => message.type === 'seek' || message.type === 'configure')) return;
    }
  }

  /** The next frame has everything. */
  private look(): void {
    this.frames.wholeNext();
    this.frameWanted = true;
  }

  private async probe(x: number, y: number): Promise<void> {
    const learner = this.configured();
    for (const [name, value] of Object.entries({ x, y })) {
      if (!Number.isFinite(value)) wrong(ExperimentError, 'probe', name, 'a finite number', value);
    }
    this.options.send({ type: 'probed', run: this.run, x, y, ...(await learner.answer(learner.at([x, y]))) }, []);
  }

  private async dissect(index: number): Promise<void> {
    const learner = this.ready();
    const { labels } = this.points!;
    if (!Number.isSafeInteger(index) || index < 0 || index >= labels.length) {
      wrong(ExperimentError, 'dissect', 'point', `a whole number from 0 to ${labels.length - 1}`, index);
    }
    this.playing = false;
    const { dissect } = await import('./dissect.js');
    const told = await dissect(learner, this.points!, index, () => this.advance(learner, true));
    this.options.send({ type: 'dissected', run: this.run, ...told }, []);
    this.look();
  }

  private setPoints(given: GivenPoints): void {
    const learner = this.configured();
    const points = givenPoints(given, learner.spec);
    learner.setPoints(points);
    // What was trained on other points cannot be trained again.
    this.snapshots!.clear();
    this.snapshots!.take(learner);
    this.take(points);
    if (learner.size === 0) this.playing = false;
  }

  private async save(): Promise<void> {
    const learner = this.configured();
    const metadata = { spec: JSON.stringify(learner.spec) };
    const { writeSafetensors } = await import('../safetensors/write.js');
    const bytes = await writeSafetensors(learner.model.stateDict(), { metadata });
    this.options.send({ type: 'saved', run: this.run, bytes }, []);
  }

  private async showFrame(): Promise<void> {
    const { learner, points } = this;
    if (!this.frameWanted || this.inFlight || learner === null || points === null) return;
    const now = performance.now();
    if (this.playing && now - this.frameAt < FRAME) return;
    this.frameWanted = false;
    this.inFlight = true;
    this.frameAt = now;
    const { run, playing, extent } = this;
    const { first } = this.snapshots!;
    const losses = Float32Array.from(this.losses);
    this.losses = [];
    const { frame, buffers } = await this.frames.make(learner, points, extent, now, { run, playing, losses, first });
    this.options.send(frame, buffers);
  }
}

function whole(where: string, what: string, value: unknown, from: number): void {
  if (!Number.isSafeInteger(value) || (value as number) < from) {
    wrong(ExperimentError, where, what, `a whole number from ${from}`, value);
  }
}
