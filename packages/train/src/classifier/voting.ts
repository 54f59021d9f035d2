import { checkOptions, wrong } from '@internal/arguments';
import type { Label } from '@kindling/data';
import { Table } from '@kindling/data';
import { ArgumentError } from '@kindling/tensor-core';
import type { TableLike } from './classifier.js';
import type { ClassLabels } from './target.js';

/** What a {@link VotingClassifier} asks of its members; a {@link Classifier} is one. */
export interface Voter {
  /** The two classes, the negative one first. */
  readonly labels: ClassLabels;
  /** Where a probability becomes the positive class: above it. */
  readonly threshold: number;
  predictProba(rows: TableLike): Promise<Float64Array>;
}

/** How members become one. */
export interface VotingOptions {
  /** `soft`, the default, takes the mean of probabilities; `hard` counts the members that say yes. */
  readonly voting?: 'soft' | 'hard';
  /** How much each member counts; default all alike. */
  readonly weights?: readonly number[];
  /** Where the mean of probabilities becomes the positive class: above it; default 0.5. */
  readonly threshold?: number;
}

/**
 * Several classifiers of the same two classes as one: scikit-learn's `VotingClassifier` of classifiers that are trained
 * already. They may have been trained on different columns, as long as the rows have them all.
 *
 * @throws `ArgumentError` for no members, other classes, and weights that make no sense.
 * @example
 * ```ts
 * import { VotingClassifier } from '@kindling/train';
 * const says = (p: number) => ({
 *   labels: ['no', 'yes'] as const,
 *   threshold: 0.5,
 *   predictProba: async () => Float64Array.of(p),
 * });
 * const members = [says(0.9), says(0.4), says(0.4)];
 * const rows = [{ size: 1 }];
 * console.log(await new VotingClassifier(members).predict(rows)); // => [ 'yes' ]
 * console.log(await new VotingClassifier(members, { voting: 'hard' }).predict(rows)); // => [ 'no' ]
 * ```
 */
export class VotingClassifier implements Voter {
  readonly labels: ClassLabels;
  readonly threshold: number;
  private readonly members: readonly Voter[];
  private readonly weights: readonly number[];
  private readonly hard: boolean;

  constructor(members: readonly Voter[], options: VotingOptions = {}) {
    const where = 'VotingClassifier';
    checkOptions(ArgumentError, where, options, { voting: 1, weights: 1, threshold: 'number' });
    if (!Array.isArray(members) || members.length === 0)
      wrong(ArgumentError, where, 'members', 'a list of classifiers', members);
    for (const [i, member] of members.entries())
      if (typeof member?.predictProba !== 'function')
        wrong(ArgumentError, where, `members[${i}]`, 'a classifier, with predictProba and labels', member);
    const { voting = 'soft', weights = members.map(() => 1), threshold = 0.5 } = options;
    if (voting !== 'soft' && voting !== 'hard') wrong(ArgumentError, where, 'voting', "'soft' or 'hard'", voting);
    const sound =
      Array.isArray(weights) && weights.length === members.length && weights.every((one) => one >= 0 && one < Infinity);
    if (!sound || weights.every((one) => one === 0)) {
      wrong(ArgumentError, where, 'weights', `${members.length} numbers from 0, not all 0`, weights);
    }
    if (!(threshold >= 0 && threshold <= 1))
      wrong(ArgumentError, where, 'threshold', 'a number from 0 to 1', threshold);
    const [first, ...others] = members as [Voter, ...Voter[]];
    for (const { labels } of others) {
      if (labels.join('\n') !== first.labels.join('\n')) {
        throw new ArgumentError(
          `${where}: one member has the classes ${labels.join(' and ')}, the first ${first.labels.join(' and ')}`,
        );
      }
    }
    this.labels = first.labels;
    this.threshold = threshold;
    this.members = members;
    this.weights = weights;
    this.hard = voting === 'hard';
  }

  /** The mean of the members' probabilities of the positive class for each row; the share of votes for it where voting is hard. */
  async predictProba(rows: TableLike): Promise<Float64Array> {
    if (!(rows instanceof Table) && !Array.isArray(rows))
      wrong(ArgumentError, 'VotingClassifier', 'the rows', 'a Table or an array of objects', rows);
    const { members, weights, hard } = this;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let mean: Float64Array | null = null;
    for (const [k, member] of members.entries()) {
      const p = await member.predictProba(rows);
      mean ??= new Float64Array(p.length);
      for (let i = 0; i < p.length; i++) {
        const value = hard ? Number(p[i]! > member.threshold) : p[i]!;
        mean[i]! += value * (weights[k]! / total);
      }
    }
    return mean!;
  }

  /** The class of each row. */
  async predict(rows: TableLike): Promise<Label[]> {
    return Array.from(await this.predictProba(rows), (p) => this.labels[p > this.threshold ? 1 : 0]);
  }
}
