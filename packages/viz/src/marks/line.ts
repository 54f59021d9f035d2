import { line } from 'd3-shape';
import { PathRecorder } from '../path-recorder.js';
import type { Mark, Point, PolylineMark } from '../scene.js';

/** Marks for a line through points that may hold NaN, which leaves a gap; a point between two gaps becomes a dot. */
export function lineMarks(points: readonly Point[], style: Omit<PolylineMark, 'type' | 'points'>): Mark[] {
  const recorder = new PathRecorder();
  line<Point>()
    .defined(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .context(recorder as unknown as CanvasRenderingContext2D)(points as Point[]);
  return recorder.rings.map((ring): Mark => {
    const alone = new Set(ring.map(([x, y]) => `${x} ${y}`)).size === 1;
    if (!alone) return { type: 'polyline', points: thinned(ring), ...style };
    const { stroke, strokeWidth = 1, opacity, char } = style;
    return { type: 'points', points: [ring[0]!], symbol: 'circle', r: strokeWidth * 1.25, fill: stroke, opacity, char };
  });
}

/**
 * The same line with at most four points in each pixel's column (its first, lowest, highest and last), which draws
 * the same: a hundred thousand steps of training fit into a small file.
 */
export function thinned(points: readonly Point[]): Point[] {
  const sorted = points.every(([x], i) => i === 0 || x >= points[i - 1]![0]);
  const width = points.length === 0 ? 0 : points.at(-1)![0] - points[0]![0];
  if (!sorted || points.length <= 4 * (width + 1)) return [...points];
  const result: Point[] = [];
  let start = 0;
  while (start < points.length) {
    const column = Math.floor(points[start]![0]);
    let end = start;
    let low = start;
    let high = start;
    while (end < points.length && Math.floor(points[end]![0]) === column) {
      if (points[end]![1] < points[low]![1]) low = end;
      if (points[end]![1] > points[high]![1]) high = end;
      end++;
    }
    const kept = new Set([start, Math.min(low, high), Math.max(low, high), end - 1]);
    for (const i of kept) result.push(points[i]!);
    start = end;
  }
  return result;
}
