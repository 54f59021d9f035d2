import { gridPoints } from './features.js';
import type { Learner } from './learner.js';
import type { Frame, Points } from './messages.js';

/** How far apart the parts of frames are that take long; milliseconds. */
const METRICS = 200;
const NEURONS = 100;

/** Points along one side of a field, and of a unit's. */
export const FIELD_SIZE = 40;
export const NEURON_SIZE = 20;

/** What a session knows of a frame. */
type Known = Pick<Frame, 'run' | 'playing' | 'losses' | 'first'>;

/** Makes the frames of a session: what is seen of training, with the parts that take long now and then. */
export class Frames {
  private metricsAt = 0;
  private neuronsAt = 0;
  private pace: { time: number; steps: number }[] = [];

  /** The next frame has everything. */
  wholeNext(): void {
    this.metricsAt = Number.NEGATIVE_INFINITY;
    this.neuronsAt = Number.NEGATIVE_INFINITY;
  }

  /** Training begins again: its pace is not that of before. */
  forgetPace(): void {
    this.pace = [];
  }

  /** A frame, and the buffers in it that may be transferred. */
  async make(
    learner: Learner,
    points: Points,
    extent: number,
    now: number,
    known: Known,
  ): Promise<{ frame: Frame; buffers: ArrayBuffer[] }> {
    const frame: Frame = {
      type: 'frame',
      ...known,
      epoch: learner.epoch,
      step: learner.steps,
      lr: learner.lr,
      stepsPerSecond: this.measurePace(learner.steps, now),
      gradientNorm: await learner.gradientNorm(),
      field: await learner.logits(learner.at(gridPoints(FIELD_SIZE, extent))),
      metrics: now - this.metricsAt >= METRICS ? await this.measure(learner, points, now) : null,
      neurons: now - this.neuronsAt >= NEURONS ? await this.lookInside(learner, extent, now) : null,
    };
    const { losses, field, metrics, neurons } = frame;
    const arrays = [losses, field, metrics?.logits, neurons?.fields, ...(neurons?.weights ?? [])];
    const buffers = arrays.flatMap((array) => (array === undefined ? [] : [array.buffer as ArrayBuffer]));
    return { frame, buffers };
  }

  private measurePace(steps: number, time: number): number | null {
    this.pace.push({ time, steps });
    while (this.pace.length > 2 && time - this.pace[0]!.time > 1000) this.pace.shift();
    const begin = this.pace[0]!;
    return time - begin.time < 50 ? null : ((steps - begin.steps) * 1000) / (time - begin.time);
  }

  private async measure(learner: Learner, points: Points, now: number): Promise<Frame['metrics']> {
    this.metricsAt = now;
    const { labels, heldOut } = points;
    const logits = await learner.logits(learner.of(points));
    const of = async (held: number) => {
      const mine = (_: unknown, i: number): boolean => heldOut[i] === held;
      const own = labels.filter(mine);
      return own.length === 0 ? null : learner.score(logits.filter(mine), own);
    };
    const train = (await of(0)) ?? { loss: Number.NaN, accuracy: Number.NaN };
    return { logits, train, heldOut: await of(1) };
  }

  private async lookInside(learner: Learner, extent: number, now: number): Promise<Frame['neurons']> {
    this.neuronsAt = now;
    const fields = await learner.responses(learner.at(gridPoints(NEURON_SIZE, extent)));
    return { fields, weights: await learner.linearWeights() };
  }
}
