import { wrong } from '@internal/arguments';
import { ArgumentError, noGrad, ShapeError, stack, Tensor } from '@kindling/tensor-core';
import { TrainError } from './errors.js';

/** How many losses wait to be read together, where reading one makes the device wait. */
const PENDING = 256;

/** What a {@link LossMeter} must know to say where a loss went wrong. */
export interface MeterOptions {
  /** Whether each loss is read at once, or many together. */
  readonly atOnce: boolean;
  /** Whether NaN and infinity are let through. */
  readonly allowNonFinite: boolean;
  /** For messages, such as `fit: epoch 3`. */
  readonly where: string;
}

/** What a {@link LossMeter} has counted. */
export interface MeterState {
  readonly total: number;
  readonly rows: number;
  readonly batches: number;
}

/** The mean loss of a pass, each batch counted by its rows. */
export class LossMeter {
  private readonly options: MeterOptions;
  private pending: Tensor[] = [];
  private readonly pendingRows: number[] = [];
  private batches = 0;
  private total = 0;
  /** The last loss that was added; `null` where it has not been read. */
  last: number | null = null;
  private rows = 0;

  constructor(options: MeterOptions) {
    this.options = options;
  }

  /**
   * The loss of one batch; its value, or the tensor itself where it is to be read later. Before `backward`. `why` is asked
   * where it is not finite.
   */
  look(loss: Tensor, why?: () => string): number | Tensor {
    if (!(loss instanceof Tensor))
      wrong(ArgumentError, this.options.where, 'what the loss returns', 'a tensor, at once', loss);
    if (loss.numel() !== 1) {
      throw new ShapeError(`${this.options.where}: the loss is [${loss.shape.join(', ')}], not one number; reduce it`);
    }
    if (!this.options.atOnce) return loss.detach();
    const value = loss.item();
    this.check(value, this.batches + 1, why);
    return value;
  }

  /** Counts what `look` gave. */
  add(loss: number | Tensor, rows: number): void {
    this.batches++;
    this.last = typeof loss === 'number' ? loss : null;
    if (typeof loss === 'number') this.count(loss, rows);
    else {
      this.pending.push(loss);
      this.pendingRows.push(rows);
    }
  }

  /** Whether so many losses wait that they should be read. */
  get full(): boolean {
    return this.pending.length >= PENDING;
  }

  /** Reads the losses that wait, and gives back their memory. */
  async read(): Promise<void> {
    const { pending } = this;
    if (pending.length === 0) return;
    this.pending = [];
    const rows = this.pendingRows.splice(0);
    const together = noGrad(() => stack(pending.map((loss) => loss.reshape([]))));
    for (const loss of pending) loss.dispose();
    const values = await together.data();
    together.dispose();
    for (const [i, value] of values.entries()) {
      this.check(value, this.batches - pending.length + i + 1);
      this.count(value, rows[i]!);
    }
  }

  /** What has been counted, when everything has been read. */
  get state(): MeterState {
    return { total: this.total, rows: this.rows, batches: this.batches };
  }

  set state({ total, rows, batches }: MeterState) {
    this.total = total;
    this.rows = rows;
    this.batches = batches;
  }

  /** The mean, when everything has been read. */
  get mean(): number {
    return this.total / this.rows;
  }

  private count(value: number, rows: number): void {
    this.total += value * rows;
    this.rows += rows;
  }

  private check(value: number, batch: number, why?: () => string): void {
    if (Number.isFinite(value) || this.options.allowNonFinite) return;
    throw new TrainError(`${this.options.where}, batch ${batch}: the loss is ${value}${why?.() ?? ''}`);
  }
}
