import {
  type DissectedEvent,
  type ExperimentSpec,
  type FitVerdict,
  type Frame,
  type GivenPoints,
  judgeFit,
  type ReadyEvent,
  type SavedEvent,
  type SessionEvent,
  TrainingClient,
} from '@kindling/train/worker';
import { shallowReactive } from 'vue';

/** The losses of an experiment by epoch; entry 0 is that of epoch 1. */
export interface Losses {
  readonly train: number[];
  readonly heldOut: number[];
}

/** How long a picture stays for those who asked for less motion, in milliseconds. */
const STILL = 500;

/** One network that trains in a worker of its own: what it last told, for components to show. */
export class Run {
  ready: ReadyEvent | null = null;
  frame: Frame | null = null;
  metrics: Frame['metrics'] = null;
  /** The epoch at which they were taken. */
  metricsEpoch = 0;
  neurons: Frame['neurons'] = null;
  losses: Losses = { train: [], heldOut: [] };
  /** The gradients' norm now and then. */
  norms: { readonly epoch: number; readonly norm: number }[] = [];
  playing = false;
  message = '';
  verdict: FitVerdict | null = null;
  /** The largest epoch there has been. */
  furthest = 0;
  /** The last step that was told in numbers. */
  dissected: DissectedEvent | null = null;
  /** The steps a second that were measured with each backend, of the network as it is. */
  paces: { readonly cpu?: number; readonly gpu?: number } = {};
  /** Hears of weights that were asked for. */
  onSaved: ((event: SavedEvent) => void) | null = null;
  private paced = '';
  private readonly client: TrainingClient;
  /** This run as components watch it. */
  private self: Run = this;

  private constructor() {
    const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { type: 'module' });
    // Who asked for less motion sees training as a row of stills.
    const frameStays = matchMedia('(prefers-reduced-motion: reduce)').matches ? STILL : 0;
    this.client = new TrainingClient(worker, (event) => this.self.hear(event), { frameStays });
  }

  /** A run whose fields components can watch. */
  static start(): Run {
    const run = shallowReactive(new Run()) as Run;
    run.self = run;
    return run;
  }

  configure(spec: ExperimentSpec, points?: GivenPoints): void {
    this.message = '';
    this.playing = false;
    // Of another network the pace is another; of another backend it is what one wants to compare with.
    const same = JSON.stringify({ ...spec, backend: '' });
    if (same !== this.paced) this.paces = {};
    this.paced = same;
    this.client.configure(spec, points);
  }

  play(): void {
    this.message = '';
    this.playing = true;
    this.client.play();
  }

  pause(): void {
    this.playing = false;
    this.client.pause();
  }

  step(unit: 'step' | 'epoch'): void {
    this.playing = false;
    this.client.step(1, unit);
  }

  dissect(point: number): void {
    this.playing = false;
    this.client.dissect(point);
  }

  seek(epoch: number): void {
    this.playing = false;
    this.client.seek(epoch);
  }

  setPoints(points: GivenPoints): void {
    this.client.setPoints(points);
  }

  save(): Promise<Uint8Array> {
    return new Promise((resolve) => {
      this.onSaved = ({ bytes }) => resolve(bytes);
      this.client.save();
    });
  }

  close(): void {
    this.client.close();
  }

  /** Losses up to the epoch that is shown, thinned for a plot. */
  curve(most: number): { epochs: number[]; train: number[]; heldOut: number[] } {
    const { train, heldOut } = this.losses;
    const stride = Math.max(1, Math.ceil(train.length / most));
    const epochs: number[] = [];
    for (let i = 0; i < train.length; i += stride) epochs.push(i + 1);
    return {
      epochs,
      train: epochs.map((epoch) => train[epoch - 1] ?? Number.NaN),
      heldOut: epochs.map((epoch) => heldOut[epoch - 1] ?? Number.NaN),
    };
  }

  private hear(event: SessionEvent): void {
    switch (event.type) {
      case 'ready':
        this.ready = event;
        this.frame = null;
        this.losses = { train: [], heldOut: [] };
        this.norms = [];
        this.dissected = null;
        this.furthest = 0;
        this.verdict = null;
        break;
      case 'frame':
        this.show(event);
        break;
      case 'stopped':
        this.playing = false;
        this.message = event.message;
        break;
      case 'failed':
        this.playing = false;
        this.message = event.message;
        break;
      case 'saved':
        this.onSaved?.(event);
        this.onSaved = null;
        break;
      case 'dissected':
        this.dissected = event;
        break;
      case 'probed':
        break;
    }
  }

  private show(frame: Frame): void {
    const { train, heldOut } = this.losses;
    for (let i = 0; i < frame.losses.length; i += 3) {
      const at = frame.losses[i]! - 1;
      train[at] = frame.losses[i + 1]!;
      heldOut[at] = frame.losses[i + 2]!;
    }
    // Going back shows earlier epochs again.
    while (this.norms.length > 0 && this.norms.at(-1)!.epoch >= frame.epoch) this.norms.pop();
    if (frame.gradientNorm !== null) this.norms.push({ epoch: frame.epoch, norm: frame.gradientNorm });
    if (this.norms.length > 300) this.norms = this.norms.filter((_, i) => i % 2 === 0);
    if (frame.playing && frame.stepsPerSecond !== null && frame.metrics !== null) {
      this.paces = { ...this.paces, [this.ready!.spec.backend]: frame.stepsPerSecond };
    }
    this.furthest = Math.max(this.furthest, frame.epoch);
    this.neurons = frame.neurons ?? this.neurons;
    if (frame.metrics !== null) {
      this.metrics = frame.metrics;
      this.metricsEpoch = frame.epoch;
      const labels = this.ready!.points.labels;
      const ones = labels.reduce((sum, label) => sum + label, 0) / Math.max(1, labels.length);
      const best = heldOut
        .slice(0, frame.epoch)
        .filter(Number.isFinite)
        .reduce((least, loss) => Math.min(least, loss), Number.POSITIVE_INFINITY);
      this.verdict = judgeFit({
        epoch: frame.epoch,
        train: frame.metrics.train,
        heldOut: frame.metrics.heldOut,
        ...(Number.isFinite(best) ? { bestHeldOut: best } : {}),
        commonShare: Math.min(0.99, Math.max(ones, 1 - ones)),
      });
    }
    this.frame = frame;
  }
}
