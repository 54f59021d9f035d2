import type { AddressPoints } from './address.js';
import { rounded } from './address.js';

/** How far around the pointer points are taken away. */
const REACH = 0.12;

/** Points with one more at a place; every third is held out where some are to be, so that there is something to judge by. */
export function withPoint(
  points: AddressPoints,
  { x, y, label, holdOut }: { x: number; y: number; label: 0 | 1; holdOut: boolean },
): AddressPoints {
  return {
    xy: [...points.xy, ...rounded([x, y])],
    labels: [...points.labels, label],
    heldOut: [...points.heldOut, holdOut && points.labels.length % 3 === 2 ? 1 : 0],
  };
}

/** Points without those near a place. */
export function withoutPoints(points: AddressPoints, x: number, y: number): AddressPoints {
  const stays = points.labels.map((_, i) => Math.hypot(points.xy[2 * i]! - x, points.xy[2 * i + 1]! - y) > REACH);
  return {
    xy: points.xy.filter((_, i) => stays[i >> 1]),
    labels: points.labels.filter((_, i) => stays[i]),
    heldOut: points.heldOut.filter((_, i) => stays[i]),
  };
}
