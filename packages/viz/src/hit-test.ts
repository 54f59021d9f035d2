import { checkOptions, wrong } from '@internal/arguments';
import { VizError } from './errors.js';
import { cellAt } from './marks/heatmap.js';
import { checkScene } from './options.js';
import type { Box } from './placement.js';
import type { Mark, Panel, Point, Scene } from './scene.js';

/** What of a plot lies at a place: found by {@link hitTest}. */
export interface Hit {
  /** What the mark shows, such as `class-1` or `cell-0-2`. */
  readonly id: string;
  /** What people call it. */
  readonly name: string | undefined;
  readonly mark: Mark;
  /** Of points: which sample; of a heatmap: which cell, row by row from the top. */
  readonly index: number | undefined;
  /** The number behind a heatmap's cell. */
  readonly value: number | undefined;
  /** The plot it lies in, and where in its data: of points the point's own place. */
  readonly panel: Panel | undefined;
  readonly x: number | undefined;
  readonly y: number | undefined;
}

/** Options of {@link hitTest}. */
export interface HitOptions {
  /** Pixels by which points and lines may be missed; 4 when left out. */
  tolerance?: number | undefined;
}

/**
 * Finds what is drawn at a place of a scene: the foremost mark with an id, and where in the data it lies.
 *
 * @param x pixels of the scene from the left
 * @param y pixels of the scene from the top
 * @returns `undefined` where there is nothing
 * @throws VizError for a tolerance below zero
 * @example
 * ```ts
 * import { hitTest, scatter } from '@kindling/viz';
 *
 * const plot = scatter({ points: [[0, 0], [4, 2]], labels: [0, 1], classNames: ['rock', 'mine'] });
 * const { x, y } = plot.panels[0]!.scales;
 * const hit = hitTest(plot, x.toPixel(4), y.toPixel(2));
 * console.log(hit?.name, hit?.index, hit?.x?.toFixed(2)); // => mine 1 4.00
 * ```
 */
export function hitTest(scene: Scene, x: number, y: number, options: HitOptions = {}): Hit | undefined {
  checkScene('hitTest', scene);
  for (const [name, value] of Object.entries({ x, y }))
    if (typeof value !== 'number') wrong(VizError, 'hitTest', name, 'a number of pixels', value);
  checkOptions(VizError, 'hitTest', options, { tolerance: 'number' });
  const tolerance = options.tolerance ?? 4;
  if (!(tolerance >= 0)) throw new VizError(`hitTest: tolerance is ${tolerance}, expected 0 or more`);
  const found = search(scene.marks, [x, y], tolerance);
  if (found === undefined) return undefined;
  const { mark, index, moved } = found;
  if (mark.type === 'group') return undefined;
  const [px, py] = found.place === undefined ? [x, y] : [found.place[0] + moved[0], found.place[1] + moved[1]];
  const panel = scene.panels.find((box) => inside(box, [x, y], 2));
  return {
    id: mark.id ?? '',
    name: mark.name,
    mark,
    index: mark.type === 'points' && index !== undefined ? (mark.samples?.[index] ?? index) : index,
    value: mark.type === 'heatmap' && index !== undefined ? mark.values?.[index] : undefined,
    panel,
    x: panel?.scales.x.toValue(px),
    y: panel?.scales.y.toValue(py),
  };
}

interface Found {
  readonly mark: Mark;
  readonly index?: number | undefined;
  /** The point of a mark of points, in the mark's own coordinates. */
  readonly place?: Point | undefined;
  /** How far the mark's coordinates are from the scene's. */
  readonly moved: Point;
}

/** From the foremost mark back. */
function search(marks: readonly Mark[], at: Point, tolerance: number, moved: Point = [0, 0]): Found | undefined {
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i]!;
    if (mark.type === 'group') {
      const [dx, dy] = [mark.x ?? 0, mark.y ?? 0];
      const inner: Point = [at[0] - dx, at[1] - dy];
      if (mark.clip !== undefined && !inside(mark.clip, inner, 0)) continue;
      const found = search(mark.marks, inner, tolerance, [moved[0] + dx, moved[1] + dy]);
      if (found !== undefined) return found;
    } else if (mark.id !== undefined) {
      const hit = touches(mark, at, tolerance);
      if (hit !== undefined) return { mark, ...hit, moved };
    }
  }
  return undefined;
}

function touches(mark: Mark, at: Point, tolerance: number): { index?: number; place?: Point } | undefined {
  switch (mark.type) {
    case 'points': {
      let [nearest, least] = [-1, mark.r + tolerance];
      mark.points.forEach(([x, y], i) => {
        const distance = Math.hypot(x - at[0], y - at[1]);
        if (distance <= least) [nearest, least] = [i, distance];
      });
      return nearest < 0 ? undefined : { index: nearest, place: mark.points[nearest]! };
    }
    case 'polyline':
      return lineDistance(mark.points, at) <= (mark.strokeWidth ?? 1) / 2 + tolerance ? {} : undefined;
    case 'polygon':
      return mark.rings.reduce((odd, ring) => odd !== surrounds(ring, at), false) ? {} : undefined;
    case 'rect':
      return inside(mark, at, 0) ? {} : undefined;
    case 'heatmap': {
      const index = cellAt(mark, at[0], at[1]);
      return index === undefined ? undefined : { index };
    }
    default:
      return undefined;
  }
}

const inside = ({ x, y, width, height }: Box, [px, py]: Point, more: number): boolean =>
  px >= x - more && px <= x + width + more && py >= y - more && py <= y + height + more;

function lineDistance(points: readonly Point[], [x, y]: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i++) {
    const [[ax, ay], [bx, by]] = [points[i - 1]!, points[i]!];
    const [dx, dy] = [bx - ax, by - ay];
    const part = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - ax - part * dx, y - ay - part * dy));
  }
  return least;
}

/** Whether a ray to the right crosses a ring an odd number of times. */
function surrounds(ring: readonly Point[], [x, y]: Point): boolean {
  let odd = false;
  ring.forEach(([bx, by], i) => {
    const [ax, ay] = ring.at(i - 1)!;
    if (ay <= y !== by <= y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  });
  return odd;
}
