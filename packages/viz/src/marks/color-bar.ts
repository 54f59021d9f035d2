import type { Box } from '../placement.js';
import type { Mark } from '../scene.js';
import { capHeight, fitText, textWidth } from '../text.js';
import type { Theme } from '../theme.js';

const size = 10.5;

/** A bar beside a plot that says which shade stands for which number from 0 to 1. */
export function colorBar(
  area: Box,
  color: (part: number) => string,
  bands: number,
  label: string,
  theme: Theme,
): Mark[] {
  const x = area.x + area.width + 14;
  const width = 12;
  const marks: Mark[] = [];
  // Each band reaches under the one above it, so that no seam shows between them.
  for (let band = bands - 1; band >= 0; band--) {
    const top = area.y + (area.height * (bands - 1 - band)) / bands;
    const height = area.y + area.height - top;
    marks.push({ type: 'rect', x, y: top, width, height, fill: color(band / (bands - 1)) });
  }
  marks.push({ type: 'rect', x, y: area.y, width, height: area.height, stroke: theme.axis, strokeWidth: 1 });
  for (const value of [0, 0.25, 0.5, 0.75, 1]) {
    const y = area.y + area.height * (1 - value);
    const at = { x: x + width + 5, y: y + (size * capHeight) / 2 };
    marks.push({ type: 'text', ...at, text: value.toFixed(2), size, fill: theme.muted });
  }
  const text = fitText(label, size, 110);
  const right = Math.min(x + width + 5 + textWidth('0.00', size), x + width + 40);
  marks.push({ type: 'text', x: right, y: area.y - 9, text, size, fill: theme.muted, anchor: 'end' });
  return marks;
}
