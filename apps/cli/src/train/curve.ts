const BARS = '▁▂▃▄▅▆▇█';
const WIDTH = 16;

/** The losses on held-out rows of the network that learns now, as a line of bars. */
export class Curve {
  private member = 0;
  private losses: number[] = [];
  private epochs = 0;

  /** Takes an epoch's loss; a next network begins anew. */
  add({ member, valLoss }: { readonly member: number; readonly valLoss: number }): void {
    if (member !== this.member) this.losses = [];
    this.member = member;
    this.losses.push(valLoss);
    this.epochs++;
  }

  /** How fast it goes, after so many seconds. */
  rate(seconds: number): string {
    return `${seconds > 0 ? Number((this.epochs / seconds).toPrecision(2)) : 0} epochs/s`;
  }

  /** The bars with the last loss; nothing before the first epoch. */
  toString(): string {
    const { losses } = this;
    if (losses.length === 0) return '';
    const low = losses.reduce((a, b) => Math.min(a, b));
    const range = losses.reduce((a, b) => Math.max(a, b)) - low;
    const step = Math.max(1, losses.length / WIDTH);
    const shown = Array.from(
      { length: Math.min(losses.length, WIDTH) },
      (_, i) => losses[Math.min(losses.length - 1, Math.floor((i + 1) * step) - 1)]!,
    );
    const bars = shown.map((loss) => BARS[range > 0 ? Math.round(((loss - low) / range) * (BARS.length - 1)) : 0]);
    return `, held out ${losses.at(-1)!.toPrecision(3)} ${bars.join('')}`;
  }
}
