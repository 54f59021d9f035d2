import type { Kind } from '@internal/arguments';
import type { Box } from './placement.js';
import type { Point } from './scene.js';

/** Where one looks from, in degrees, as in Matplotlib. */
export interface View {
  /** Above the floor; 25 when left out. */
  elevation?: number | undefined;
  /** Around the vertical, counterclockwise from the x axis; 140 when left out. */
  azimuth?: number | undefined;
}

/** What checks of options say of a view. */
export const aView: Kind = [
  'an object { elevation, azimuth } of degrees',
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Promise) &&
    Object.entries(value).every(([name, angle]) => /^(elevation|azimuth)$/.test(name) && Number.isFinite(angle ?? 0)),
];

/** A place in a box from -1 to 1 in each direction. */
export type Place = readonly [x: number, y: number, z: number];

/** How places become pixels. */
export interface Projection {
  /** Where a place is seen. */
  to(place: Place): Point;
  /** How near to the eye a place is: larger is nearer. */
  depth(place: Place): number;
}

/** The height of the box as a part of its width. */
const tall = 0.72;
/** How far away the eye is, in halves of the box's width. */
const eye = 9;

/** A view of a box that fills some room; turning it round leaves its size as it is. */
export function projection({ elevation = 25, azimuth = 140 }: View, room: Box): Projection {
  const [e, a] = [(elevation * Math.PI) / 180, (azimuth * Math.PI) / 180];
  const [ce, se, ca, sa] = [Math.cos(e), Math.sin(e), Math.cos(a), Math.sin(a)];
  const depth = ([x, y, z]: Place): number => ce * ca * x + ce * sa * y + se * tall * z;
  const half = { width: Math.SQRT2, height: tall * Math.abs(ce) + Math.SQRT2 * Math.abs(se) };
  const nearest = eye / (eye - Math.SQRT2);
  const scale = Math.min(room.width / (2 * half.width * nearest), room.height / (2 * half.height * nearest));
  const [cx, cy] = [room.x + room.width / 2, room.y + room.height / 2];
  return {
    depth,
    to: (place) => {
      const [x, y, z] = place;
      const near = (scale * eye) / (eye - depth(place));
      const right = -sa * x + ca * y;
      const up = -se * ca * x - se * sa * y + ce * tall * z;
      return [cx + near * right, cy - near * up];
    },
  };
}
