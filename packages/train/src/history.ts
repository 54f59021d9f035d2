import { describe } from '@internal/arguments';
/** How training came to its end: after all epochs, by a callback, or by an abort signal. */
export type Ending = 'completed' | 'stopped' | 'aborted';

/** What happened in training. Lists have one entry for each epoch that was finished. */
export interface History<Name extends string = string> {
  /** The mean training loss of each epoch, measured while the weights changed; each batch counts by its rows. */
  readonly loss: number[];
  /** The mean validation loss after each epoch; empty without validation. */
  readonly valLoss: number[];
  /** Each metric on the validation data after each epoch. */
  readonly metrics: Record<Name, number[]>;
  /** How many epochs were finished. */
  epochs: number;
  /** The epoch, from 1, whose weights `restoreBest` put back; `null` without it. */
  bestEpoch: number | null;
  /** What `restoreBest` watched, in that epoch. */
  bestValue: number | null;
  /** How training came to its end. */
  ending: Ending;
  /** How long it took. */
  seconds: number;
}

/** A history before the first epoch. */
export function emptyHistory<Name extends string>(names: readonly Name[]): History<Name> {
  return {
    loss: [],
    valLoss: [],
    metrics: Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>,
    epochs: 0,
    bestEpoch: null,
    bestValue: null,
    ending: 'completed',
    seconds: 0,
  };
}

/** The values of `loss`, `valLoss` or a metric over the epochs. */
export function seriesOf(where: string, history: History, monitor: string): readonly number[] {
  if (monitor === 'loss') return history.loss;
  if (monitor === 'valLoss') return history.valLoss;
  const series = Object.hasOwn(history.metrics, monitor) ? history.metrics[monitor] : undefined;
  if (series === undefined) {
    throw new Error(
      `${where}: no "${typeof monitor === 'string' ? monitor : describe(monitor)}" to watch; there are: ${monitors(history).join(', ')}`,
    );
  }
  return series;
}

/** What can be watched. */
function monitors(history: History): string[] {
  return ['loss', 'valLoss', ...Object.keys(history.metrics)];
}
