import type { Point } from './scene.js';

/** An upright box in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const margin = 8;
/** How near data may come to a legend. */
const clearance = 4;

/** The box of a given size in each corner of another. */
export const corners = {
  topRight: (area: Box, size: Pick<Box, 'width' | 'height'>): Box => ({
    ...size,
    x: area.x + area.width - size.width - margin,
    y: area.y + margin,
  }),
  topLeft: (area: Box, size: Pick<Box, 'width' | 'height'>): Box => ({
    ...size,
    x: area.x + margin,
    y: area.y + margin,
  }),
  bottomRight: (area: Box, size: Pick<Box, 'width' | 'height'>): Box => ({
    ...size,
    x: area.x + area.width - size.width - margin,
    y: area.y + area.height - size.height - margin,
  }),
  bottomLeft: (area: Box, size: Pick<Box, 'width' | 'height'>): Box => ({
    ...size,
    x: area.x + margin,
    y: area.y + area.height - size.height - margin,
  }),
} as const;

/** The first of some corners in which a box of a size meets none of the lines, or `undefined`. */
export function freeCorner(
  area: Box,
  size: Pick<Box, 'width' | 'height'>,
  order: readonly (keyof typeof corners)[],
  lines: readonly (readonly Point[])[],
): keyof typeof corners | undefined {
  return order.find((corner) => {
    const { x, y, width, height } = corners[corner](area, size);
    const box = { x: x - clearance, y: y - clearance, width: width + 2 * clearance, height: height + 2 * clearance };
    return !lines.some((line) => meets(line, box));
  });
}

/** Whether a line through points comes into a box. */
export function meets(line: readonly Point[], box: Box): boolean {
  if (line.length === 1) return segmentMeets(line[0]!, line[0]!, box);
  for (let i = 1; i < line.length; i++) if (segmentMeets(line[i - 1]!, line[i]!, box)) return true;
  return false;
}

/** Liang and Barsky's clipping: the part of the segment inside the box is not empty. */
function segmentMeets([ax, ay]: Point, [bx, by]: Point, box: Box): boolean {
  let from = 0;
  let to = 1;
  const cuts: [number, number][] = [
    [ax - bx, ax - box.x],
    [bx - ax, box.x + box.width - ax],
    [ay - by, ay - box.y],
    [by - ay, box.y + box.height - ay],
  ];
  for (const [direction, distance] of cuts) {
    if (Number.isNaN(direction) || Number.isNaN(distance)) return false;
    if (direction === 0) {
      if (distance < 0) return false;
    } else if (direction < 0) from = Math.max(from, distance / direction);
    else to = Math.min(to, distance / direction);
  }
  return from <= to;
}
