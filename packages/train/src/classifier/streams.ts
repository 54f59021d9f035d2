import { checkChoice } from '@internal/arguments';
import { ArgumentError, type Generator, SeedrandomGenerator } from '@kindling/tensor-core';

/** Whose random streams a training draws from. */
export type RandomStreams = 'seedrandom' | 'torch';

/** The random streams of one training. */
export interface Streams {
  /** Parts the rows by class; scikit-learn's `random_state`. */
  readonly foldSeed: number;
  /** Parts the rows by group. */
  readonly groups: Generator;
  /** The stream of a network: its first weights, the order of its rows, and what is left out. */
  member(k: number): Generator;
}

/** Streams that do not depend on each other, so that networks may be trained in any order. */
export async function streamsOf(rng: RandomStreams, seed: number | string): Promise<Streams> {
  if (rng === 'seedrandom') {
    const folds = (): Generator => new SeedrandomGenerator(`${seed}/folds`);
    return {
      foldSeed: smallNumber(folds()),
      groups: folds(),
      member: (k) => new SeedrandomGenerator(`${seed}/member ${k}`),
    };
  }
  // Few trainings draw from it.
  const { TorchGenerator } = await import('@kindling/tensor-core/torch');
  const first = wholeSeed(seed);
  return {
    foldSeed: first,
    groups: new TorchGenerator(first),
    member: (k) => new TorchGenerator(first + k),
  };
}

/** Throws unless there are such streams. */
export function checkStreams(where: string, rng: unknown): void {
  checkChoice(ArgumentError, where, 'rng', rng, ['seedrandom', 'torch']);
}

/** A whole number as it is, any other seed as one that belongs to it. */
export function wholeSeed(seed: number | string): number {
  const text = String(seed);
  return /^\d{1,10}$/.test(text) && Number(text) < 2 ** 32 ? Number(text) : smallNumber(new SeedrandomGenerator(text));
}

function smallNumber(random: Generator): number {
  return random.integers(1, 0, 2 ** 31 - 1)[0]!;
}
