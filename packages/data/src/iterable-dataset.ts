import { checkOptions, describe, wrong } from '@internal/arguments';
import { ArgumentError, defaultGenerator, type Generator } from '@kindling/tensor-core';

/**
 * Samples that come one after the other, as `torch.utils.data.IterableDataset`: for what does not fit into memory, or has no number. Every
 * iteration starts anew. `fit` takes one that gives batches.
 *
 * @throws `ArgumentError` for what is no function.
 * @example
 * ```ts
 * import { IterableDataset } from '@kindling/data';
 *
 * const squares = new IterableDataset(() => [1, 2, 3]).map((n) => n * n);
 * for await (const n of squares.take(2)) console.log(n);
 * // => 1
 * // => 4
 * ```
 */
export class IterableDataset<Sample> implements AsyncIterable<Sample> {
  /** Samples have to be waited for: `for await`. */
  readonly asynchronous = true;
  private readonly open: () => AsyncIterable<Sample> | Iterable<Sample>;

  /** @param open - starts an epoch. */
  constructor(open: () => AsyncIterable<Sample> | Iterable<Sample>) {
    if (typeof open !== 'function')
      throw new ArgumentError(`IterableDataset: expects a function that starts an epoch, got ${describe(open)}`);
    this.open = open;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Sample, void> {
    yield* this.open();
  }

  /** What a function makes of each sample; it may be a promise. */
  map<Next>(change: (sample: Sample) => Next | Promise<Next>): IterableDataset<Next> {
    if (typeof change !== 'function') wrong(ArgumentError, 'IterableDataset.map', 'change', 'a function', change);
    const { open } = this;
    async function* changed(): AsyncGenerator<Next> {
      for await (const sample of open()) yield await change(sample);
    }
    return new IterableDataset(changed);
  }

  /** The first samples; what gives them is then closed. */
  take(count: number): IterableDataset<Sample> {
    if (!Number.isSafeInteger(count) || count < 0)
      wrong(ArgumentError, 'IterableDataset.take', 'count', 'a whole number from 0', count);
    const { open } = this;
    async function* some(): AsyncGenerator<Sample> {
      let left = count;
      if (left === 0) return;
      for await (const sample of open()) {
        yield sample;
        if (--left === 0) return;
      }
    }
    return new IterableDataset(some);
  }

  /** The samples in an order that is drawn anew each time, as far as mixing so many that are held at once makes one. */
  shuffle(held: number, options: { readonly generator?: Generator } = {}): IterableDataset<Sample> {
    checkOptions(ArgumentError, 'IterableDataset.shuffle', options, { generator: 1 });
    if (!Number.isSafeInteger(held) || held < 1)
      wrong(ArgumentError, 'IterableDataset.shuffle', 'held', 'a whole number from 1', held);
    const { open } = this;
    async function* mixed(): AsyncGenerator<Sample> {
      const generator = options.generator ?? defaultGenerator();
      const waiting: Sample[] = [];
      for await (const sample of open()) {
        waiting.push(sample);
        if (waiting.length <= held) continue;
        const [place] = generator.integers(1, 0, waiting.length);
        const last = waiting.pop()!;
        if (place === waiting.length) yield last;
        else {
          yield waiting[place!]!;
          waiting[place!] = last;
        }
      }
      for (const place of generator.permutation(waiting.length)) yield waiting[place]!;
    }
    return new IterableDataset(mixed);
  }
}
