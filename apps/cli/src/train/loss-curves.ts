import type { ClassifierEpoch } from '@kindling/train';
import type { LossSeries } from '@kindling/viz';

/** The losses of each network of a classifier while it learns, for the report. */
export class LossCurves {
  private readonly members = new Map<number, { epochs: number[]; values: number[]; validation: number[] }>();

  /** Takes an epoch's losses. */
  add({ member, epoch, loss, valLoss }: ClassifierEpoch): void {
    const known = this.members.get(member) ?? { epochs: [], values: [], validation: [] };
    known.epochs.push(epoch);
    known.values.push(loss);
    known.validation.push(valLoss);
    this.members.set(member, known);
  }

  /** A curve for each network; where a run went on, of the epochs since. */
  get series(): LossSeries[] {
    return [...this.members].map(([member, losses]) => ({ ...losses, name: `network ${member}` }));
  }
}
