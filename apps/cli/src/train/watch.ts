import type { ClassifierOptions } from '@kindling/train';
import type { Reporter } from '../output/reporter.js';
import { Curve } from './curve.js';
import type { LossCurves } from './loss-curves.js';
import { Stopped, type TrainingFiles } from './stop.js';

/** What a training is watched by, whatever is trained. */
export interface Watch {
  readonly reporter: Reporter;
  readonly files: TrainingFiles;
  readonly signal: AbortSignal;
  readonly resume: boolean;
}

type Watched = Pick<ClassifierOptions, 'signal' | 'checkpoint' | 'resume' | 'onEpochEnd' | 'progress'>;

/** Trains with progress, and with a checkpoint from which it goes on; at Ctrl-C it is saved. */
export async function watched<T>(
  what: string,
  { reporter, files, signal, resume }: Watch,
  losses: LossCurves | undefined,
  train: (options: Watched) => Promise<T>,
): Promise<T> {
  const curve = new Curve();
  try {
    return await train({
      signal,
      checkpoint: { store: files.store(what.replaceAll(' ', '-')) },
      resume,
      onEpochEnd: (epoch) => {
        curve.add(epoch);
        losses?.add(epoch);
      },
      progress: ({ done, elapsed, remaining, loss }) =>
        reporter.progress(
          done,
          `${what}: loss ${loss?.toPrecision(3) ?? '-'}${curve}, ${curve.rate(elapsed)}, ${Math.ceil(remaining)} s left`,
        ),
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    await files.flush();
    throw new Stopped();
  }
}
