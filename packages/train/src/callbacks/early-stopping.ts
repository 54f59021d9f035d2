import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { seriesOf } from '../history.js';
import type { Mode } from '../types.js';
import type { Callback, EpochEvent } from './callback.js';

/** What {@link EarlyStopping} may be told. */
export interface EarlyStoppingOptions {
  /** What is watched: `loss`, `valLoss`, or the name of a metric; default `valLoss`. */
  readonly monitor?: string;
  /** Whether smaller or larger is better; default `min`. */
  readonly mode?: Mode;
  /** How many epochs in a row may pass without improvement; default 10. */
  readonly patience?: number;
  /** How much better counts as better; default 0: any. */
  readonly minDelta?: number;
}

/**
 * Stops training when what it watches has not improved for some epochs.
 *
 * It leaves the last weights; `restoreBest` of `fit` puts back the best.
 *
 * @throws `Error` for a patience below 1 or a negative `minDelta`; and, in training, when there is no such monitor.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear, MSELoss } from '@kindling/nn';
 * import { SGD } from '@kindling/optim';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * import { EarlyStopping, fit } from '@kindling/train';
 * setBackend(await cpu());
 * const model = new Linear(1, 1);
 * const history = await fit(model, {
 *   loss: new MSELoss(),
 *   optimizer: new SGD(model.parameters(), { lr: 0 }),
 *   trainData: { x: ones(4, 1), y: ones(4, 1) },
 *   epochs: 100,
 *   callbacks: [new EarlyStopping({ monitor: 'loss', patience: 3 })],
 * });
 * console.log(history.epochs, history.ending); // => 4 stopped
 * ```
 */
export class EarlyStopping implements Callback {
  private readonly options: Required<EarlyStoppingOptions>;
  private best = Number.NaN;
  private waited = 0;

  constructor(options: EarlyStoppingOptions = {}) {
    checkOptions(ArgumentError, 'EarlyStopping', options, {
      monitor: 'string',
      mode: 1,
      patience: 'number',
      minDelta: 'number',
    });
    const { monitor = 'valLoss', mode = 'min', patience = 10, minDelta = 0 } = options;
    if (mode !== 'min' && mode !== 'max') wrong(ArgumentError, 'EarlyStopping', 'mode', "'min' or 'max'", mode);
    if (!Number.isInteger(patience) || patience < 1) {
      throw new Error(`EarlyStopping: patience must be a whole number from 1, got ${patience}`);
    }
    if (!(minDelta >= 0)) throw new Error(`EarlyStopping: minDelta must be 0 or more, got ${minDelta}`);
    this.options = { monitor, mode, patience, minDelta };
  }

  onTrainBegin(): void {
    this.best = Number.NaN;
    this.waited = 0;
  }

  /** The best value so far, and for how many epochs there was no better one. */
  stateDict(): { best: number; waited: number } {
    return { best: this.best, waited: this.waited };
  }

  /** Goes on from what `stateDict` gave. */
  loadStateDict(state: { best: number; waited: number }): void {
    if (typeof state?.best !== 'number' || !Number.isInteger(state.waited)) {
      throw new TypeError('EarlyStopping: the state must have the numbers best and waited');
    }
    const { best, waited } = state;
    this.best = best;
    this.waited = waited;
  }

  onEpochEnd({ training }: EpochEvent): void {
    const { monitor, mode, patience, minDelta } = this.options;
    const value = seriesOf('EarlyStopping', training.history, monitor).at(-1);
    if (value === undefined) throw new Error(`EarlyStopping: no validation, so there is no ${monitor} to watch`);
    const gain = mode === 'min' ? this.best - value : value - this.best;
    if (gain > minDelta || (Number.isNaN(this.best) && !Number.isNaN(value))) {
      this.best = value;
      this.waited = 0;
    } else if (++this.waited >= patience) {
      training.stop();
    }
  }
}
