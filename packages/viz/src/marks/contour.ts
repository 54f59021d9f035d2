import { contours } from 'd3-contour';
import type { Box } from '../placement.js';
import type { Point } from '../scene.js';

/** From parts of a box to the right and up to pixels in it. */
export function placeIn({ x, y, width, height }: Box): (u: number, v: number) => Point {
  return (u, v) => [x + u * width, y + (1 - v) * height];
}

/** A field of values over a plane, row by row from the smallest y. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** Where a field is at least some value. */
export interface Level {
  readonly threshold: number;
  /** The area as rings: inside where an odd number surround a point. They reach beyond the field's edge, so clip. */
  readonly rings: Point[][];
  /** The area's border inside the field, as open or closed lines. */
  readonly lines: Point[][];
}

/**
 * For each threshold the area where a field is at least that, drawn one over the other from the lowest so that no seam
 * shows between them. The field's first and last columns and rows lie on the edges of the box that `place` maps to.
 */
export function levels(field: Field, thresholds: readonly number[], place: (u: number, v: number) => Point): Level[] {
  const { columns, rows, values } = field;
  // d3-contour puts the value of cell i at i + 0.5.
  const toPixels = ([column, row]: Point): Point => place((column - 0.5) / (columns - 1), (row - 0.5) / (rows - 1));
  const inside = ([column, row]: Point): boolean =>
    column >= 0.5 && column <= columns - 0.5 && row >= 0.5 && row <= rows - 0.5;
  const draw = contours().size([columns, rows]).smooth(true);
  const input = Array.from(values);
  return thresholds.map((threshold) => {
    const rings = draw.contour(input, threshold).coordinates.flat() as unknown as Point[][];
    return {
      threshold,
      rings: rings.map((ring) => simplified(ring.map(toPixels))),
      lines: rings.flatMap((ring) => openLines(ring, inside)).map((line) => simplified(line.map(toPixels))),
    };
  });
}

/** The parts of a closed ring that lie inside the field; the rest runs along its edge and is no border of anything. */
function openLines(ring: readonly Point[], inside: (point: Point) => boolean): Point[][] {
  const outside = ring.findIndex((point) => !inside(point));
  if (outside < 0) return [[...ring]];
  const lines: Point[][] = [];
  let line: Point[] = [];
  // The ring repeats its first point at the end; start where it is outside, so that no line is cut in two.
  const count = ring.length - 1;
  for (let i = 1; i <= count; i++) {
    const point = ring[(outside + i) % count]!;
    if (inside(point)) line.push(point);
    else {
      if (line.length > 1) lines.push(line);
      line = [];
    }
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

/** The line without points less than a sixth of a pixel off their neighbours' chord (Ramer, Douglas and Peucker). */
export function simplified(line: readonly Point[], tolerance = 1 / 6): Point[] {
  if (line.length < 3) return [...line];
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  // A closed ring has no chord from end to end: it is cut at the point farthest from its start.
  const stack: [number, number][] = [[0, line.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop()!;
    let farthest = -1;
    let distance = tolerance;
    for (let i = from + 1; i < to; i++) {
      const off = offChord(line[i]!, line[from]!, line[to]!);
      if (off > distance) {
        farthest = i;
        distance = off;
      }
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    stack.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

function offChord([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((x - ax) * dy - (y - ay) * dx) / length;
}
