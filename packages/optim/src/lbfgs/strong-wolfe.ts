import type { Tensor } from '@kindling/tensor-core';

/** A point on the line that is searched: how far it is along, the loss there, its gradient, and that along the line. */
export interface Point {
  readonly t: number;
  readonly loss: number;
  readonly grads: readonly Tensor[];
  readonly slope: number;
}

/** How far the loss must fall, as a share of what the first slope promises, and the slope flatten. */
const ENOUGH = 1e-4;
const FLAT = 0.9;
const MOST_TRIES = 25;
/** Between ends that are nearer than this, as the parameters go, nothing is looked for. */
const NARROW = 1e-9;

/**
 * Finds a point on a line that fulfils the strong Wolfe conditions, by brackets and cubic interpolation, with the constants
 * that PyTorch has.
 *
 * @param at - computes a point of the line.
 * @param first - how far along the first try is.
 * @param unit - the largest change of a parameter from t = 0 to t = 1.
 */
export function strongWolfe(at: (t: number) => Point, start: Point, first: number, unit: number): Point {
  const tooHigh = ({ t, loss }: Point): boolean => loss > start.loss + ENOUGH * t * start.slope;
  const flat = ({ slope }: Point): boolean => Math.abs(slope) <= -FLAT * start.slope;

  // Ever further, until there is such a point between the last two.
  let before = start;
  let point = at(first);
  let tries = 0;
  for (; tries < MOST_TRIES; tries++) {
    if (tooHigh(point) || (tries > 1 && point.loss >= before.loss)) break;
    if (flat(point)) return point;
    if (point.slope >= 0) break;
    const bounds = [point.t + 0.01 * (point.t - before.t), point.t * 10] as const;
    const next = lowestOfCubic(before, point, bounds);
    before = point;
    point = at(next);
  }
  if (tries === MOST_TRIES) before = start;

  // Then ever closer.
  let [low, high] = before.loss <= point.loss ? [before, point] : [point, before];
  let nearEnd = false;
  for (; tries < MOST_TRIES && Math.abs(high.t - low.t) * unit >= NARROW; tries++) {
    const [left, right] = low.t <= high.t ? [low.t, high.t] : [high.t, low.t];
    let t = lowestOfCubic(low, high, [left, right]);
    const margin = 0.1 * (right - left);
    if (Math.min(right - t, t - left) < margin) {
      // Twice in a row so near to an end makes no progress.
      if (nearEnd || t >= right || t <= left) {
        t = Math.abs(t - right) < Math.abs(t - left) ? right - margin : left + margin;
        nearEnd = false;
      } else {
        nearEnd = true;
      }
    } else {
      nearEnd = false;
    }
    const found = at(t);
    if (tooHigh(found) || found.loss >= low.loss) {
      high = found;
      continue;
    }
    if (flat(found)) return found;
    if (found.slope * (high.t - low.t) >= 0) high = low;
    low = found;
  }
  return low;
}

/** Where the cubic through two points with their slopes is lowest within bounds; their middle where it has no such place. */
function lowestOfCubic(a: Point, b: Point, [least, most]: readonly [number, number]): number {
  const [left, right] = a.t <= b.t ? [a, b] : [b, a];
  const mean = left.slope + right.slope - (3 * (left.loss - right.loss)) / (left.t - right.t);
  const square = mean * mean - left.slope * right.slope;
  if (!(square >= 0)) return (least + most) / 2;
  const root = Math.sqrt(square);
  const share = (right.slope + root - mean) / (right.slope - left.slope + 2 * root);
  return Math.min(Math.max(right.t - (right.t - left.t) * share, least), most);
}
