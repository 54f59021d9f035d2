import { parseColor, ramp } from '../color.js';
import type { HeatmapMark } from '../scene.js';

/** The colour of each value, as red, green and blue; what has none (NaN) takes the ground's. */
export function shaded(
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
  colors: readonly string[],
  ground: string,
): Uint8ClampedArray {
  // Parsing a colour for each cell would take longer than all the rest of a live picture.
  const table = Array.from({ length: 256 }, (_, i) => parseColor(ramp(colors, i / 255)));
  const none = parseColor(ground);
  const result = new Uint8ClampedArray(values.length * 3);
  const scale = high > low ? 255 / (high - low) : 0;
  for (let i = 0; i < values.length; i++) {
    const part = scale === 0 ? 127.5 : (values[i]! - low) * scale;
    const color = Number.isNaN(values[i]!) ? none : table[Math.round(Math.min(Math.max(part, 0), 255))]!;
    result[3 * i] = color[0];
    result[3 * i + 1] = color[1];
    result[3 * i + 2] = color[2];
  }
  return result;
}

/** The cell of a heatmap at a place of the scene, as its place in `colors` and `values`; `undefined` beside it. */
export function cellAt(mark: HeatmapMark, x: number, y: number): number | undefined {
  const column = Math.floor(((x - mark.x) / mark.width) * mark.columns);
  const row = Math.floor(((y - mark.y) / mark.height) * mark.rows);
  const inside = column >= 0 && column < mark.columns && row >= 0 && row < mark.rows;
  return inside ? row * mark.columns + column : undefined;
}
