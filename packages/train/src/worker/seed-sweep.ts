import { checkOptions, type Known, numbers, wrong } from '@internal/arguments';
import { TrainingClient, type WorkerLike } from './client.js';
import { ExperimentError } from './error.js';
import { experiment } from './experiment.js';
import type { SessionEvent } from './messages.js';
import type { GivenPoints } from './points.js';
import type { ExperimentOptions } from './spec.js';

/** Options of {@link seedSweep}. */
export interface SeedSweepOptions {
  /** The seeds, or how many from the experiment's own on; 8 when left out. */
  readonly seeds?: number | readonly number[];
  /** How long each is trained; 200 when left out. */
  readonly epochs?: number;
  /** The points that all of them learn; drawn anew with each seed when left out. */
  readonly points?: GivenPoints;
  /** Told of each training when it has ended. */
  readonly onRun?: (run: SweptRun, done: number) => void;
}

/** The losses of one seed by epoch; NaN from where the loss was no number, and where nothing is held out. */
export interface SweptRun {
  readonly seed: number;
  readonly train: Float32Array;
  readonly heldOut: Float32Array;
}

/** The smallest, the middle and the largest value of each epoch. */
export interface SweepBand {
  readonly low: Float32Array;
  readonly median: Float32Array;
  readonly high: Float32Array;
}

const known: Known<SeedSweepOptions> = { seeds: numbers, epochs: 1, points: 1, onRun: 'function' };

/**
 * Trains an experiment from several seeds, one after the other in a worker of its own: how much of a result is luck is what
 * {@link sweepBand} shows of it. The worker is closed at the end.
 *
 * @returns the losses of each seed.
 * @throws `ExperimentError` for wrong options, and by rejection for an experiment that the worker cannot begin.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { seedSweep, serveTraining, sweepBand } from '@kindling/train/worker';
 * const { port1, port2 } = new MessageChannel(); // in a page: new Worker(new URL('./worker.js', import.meta.url), …)
 * serveTraining({ backends: { cpu } }, port1 as never);
 * const runs = await seedSweep(port2, { data: { name: 'blobs' } }, { seeds: 3, epochs: 20 });
 * console.log(runs.map(({ seed, train }) => [seed, train.length])); // => [ [ 42, 20 ], [ 43, 20 ], [ 44, 20 ] ]
 * console.log(sweepBand(runs.map(({ train }) => train)).median.length); // => 20
 * ```
 */
export async function seedSweep(
  worker: WorkerLike,
  options: ExperimentOptions,
  sweep: SeedSweepOptions = {},
): Promise<SweptRun[]> {
  const where = 'seedSweep';
  checkOptions(ExperimentError, where, sweep, known);
  const { seeds = 8, epochs = 200, points, onRun } = sweep;
  const spec = experiment(options);
  if (!Number.isSafeInteger(epochs) || epochs < 1)
    wrong(ExperimentError, where, 'epochs', 'a whole number from 1', epochs);
  const all = typeof seeds === 'number' ? Array.from({ length: seeds }, (_, i) => spec.seed + i) : [...seeds];
  if (all.length === 0 || !all.every((seed) => Number.isSafeInteger(seed) && seed >= 0)) {
    wrong(ExperimentError, where, 'seeds', 'a count from 1, or whole numbers from 0', seeds);
  }
  let hear: (event: SessionEvent) => void = () => {};
  const client = new TrainingClient(worker, (event) => hear(event));
  const runs: SweptRun[] = [];
  try {
    for (const seed of all) {
      const run: SweptRun = { seed, train: none(epochs), heldOut: none(epochs) };
      await new Promise<void>((resolve, reject) => {
        let stopped = false;
        hear = (event) => {
          if (event.type === 'failed') reject(new ExperimentError(event.message));
          else if (event.type === 'stopped') stopped = true;
          else if (event.type === 'frame') {
            for (let i = 0; i < event.losses.length; i += 3) {
              run.train[event.losses[i]! - 1] = event.losses[i + 1]!;
              run.heldOut[event.losses[i]! - 1] = event.losses[i + 2]!;
            }
            if (stopped || event.epoch >= epochs) resolve();
          }
        };
        client.configure({ ...spec, seed }, points);
        client.step(epochs, 'epoch');
      });
      runs.push(run);
      onRun?.(run, runs.length);
    }
  } finally {
    client.close();
  }
  return runs;
}

/**
 * What several curves have in common: for each place their smallest, middle and largest value, without those that are no
 * numbers.
 *
 * @throws `ExperimentError` for curves of different lengths, or none.
 * @example
 * ```ts
 * import { sweepBand } from '@kindling/train/worker';
 * const { low, median, high } = sweepBand([[1, 4], [2, 5], [9, 6]]);
 * console.log([...low], [...median], [...high]); // => [ 1, 4 ] [ 2, 5 ] [ 9, 6 ]
 * ```
 */
export function sweepBand(curves: readonly ArrayLike<number>[]): SweepBand {
  const length = Array.isArray(curves) ? curves[0]?.length : undefined;
  if (length === undefined || typeof curves[0] === 'string' || curves.some((curve) => curve.length !== length)) {
    wrong(ExperimentError, 'sweepBand', 'the curves', 'one or more, of one length', curves);
  }
  const band = { low: none(length), median: none(length), high: none(length) };
  for (let i = 0; i < length; i++) {
    const values = curves
      .map((curve) => curve[i]!)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    if (values.length === 0) continue;
    const middle = (values.length - 1) / 2;
    band.low[i] = values[0]!;
    band.median[i] = (values[Math.floor(middle)]! + values[Math.ceil(middle)]!) / 2;
    band.high[i] = values.at(-1)!;
  }
  return band;
}

const none = (length: number): Float32Array => new Float32Array(length).fill(Number.NaN);
