import type { Box } from '../placement.js';
import type { Mark } from '../scene.js';
import { capHeight, fitText, textWidth } from '../text.js';
import type { Theme } from '../theme.js';

const size = 10.5;

/** Pixels that a colour bar takes beside a plot. */
export const colorBarWidth = 70;

/** A bar beside a plot that says which shade stands for which number from 0 to 1. */
export function colorBar(
  area: Box,
  color: (part: number) => string,
  bands: number,
  label: string,
  theme: Theme,
  char: (band: number) => string,
): Mark[] {
  const x = area.x + area.width + 14;
  const width = 12;
  const marks: Mark[] = [];
  // Each band reaches under the one above it, so that no seam shows between them.
  for (let band = bands - 1; band >= 0; band--) {
    const top = area.y + (area.height * (bands - 1 - band)) / bands;
    const height = area.y + area.height - top;
    marks.push({ type: 'rect', x, y: top, width, height, fill: color(band / (bands - 1)), char: char(band) });
  }
  marks.push({ type: 'rect', x, y: area.y, width, height: area.height, stroke: theme.grid, strokeWidth: 1 });
  const values = area.height < 40 ? [0, 1] : area.height < 80 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
  for (const value of values) {
    const at = { x: x + width + 5, y: area.y + area.height * (1 - value) + (size * capHeight) / 2 };
    marks.push({ type: 'text', ...at, text: value.toFixed(2), size, fill: theme.muted });
  }
  const middle = { x: x + width + 5 + textWidth('0.00', size) + 14, y: area.y + area.height / 2 };
  const text = fitText(label, size + 1, area.height);
  marks.push({ type: 'text', ...middle, text, size: size + 1, fill: theme.ink, anchor: 'middle', rotate: -90 });
  return marks;
}
