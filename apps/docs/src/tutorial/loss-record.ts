/** How far apart a page hears of losses, in milliseconds; and where a device has to stop for them. */
const APART = 100;
const APART_THERE = 500;
/** More values than this are thinned to half. */
const MOST = 600;

/** Keeps the losses of a program's steps, and tells them now and then while they come. */
export class LossRecord {
  private readonly tell: (steps: number[], values: number[]) => void;
  /** Whether a value is had without waiting for a device. */
  private readonly cheap: boolean;
  private steps: number[] = [];
  private values: number[] = [];
  private count = 0;
  private stride = 1;
  private told = 0;

  constructor(tell: (steps: number[], values: number[]) => void, { cheap }: { readonly cheap: boolean }) {
    this.tell = tell;
    this.cheap = cheap;
  }

  /** A step was taken; `read` gives its loss. */
  step(read: () => number, now: number = performance.now()): void {
    this.count++;
    const due = now - this.told >= (this.cheap ? APART : APART_THERE);
    if (!due && (!this.cheap || this.count % this.stride !== 0)) return;
    this.steps.push(this.count);
    this.values.push(read());
    if (this.values.length > MOST) {
      const half = (_: number, i: number): boolean => i % 2 === 0;
      [this.steps, this.values] = [this.steps.filter(half), this.values.filter(half)];
      this.stride *= 2;
    }
    if (due) this.send(now);
  }

  /** Tells what there is, and begins anew. */
  end(): void {
    this.send(0);
    Object.assign(this, { steps: [], values: [], count: 0, stride: 1 });
  }

  private send(now: number): void {
    this.told = now;
    // One value is no curve.
    if (this.values.length > 1) this.tell(this.steps, this.values);
  }
}
