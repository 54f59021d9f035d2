import { encode } from 'fast-png';
import type { HeatmapMark } from '../scene.js';

const mostPixels = 4e6;

/**
 * A heatmap as a PNG in a `data:` address. Viewers smooth an image that they enlarge, and do not agree on how to tell them
 * not to: cells that should stay sharp become squares of as many pixels as they are seen with.
 */
export function imageUrl({ columns, rows, colors, width, height, smooth }: HeatmapMark): string {
  const wanted = (size: number, cells: number): number => Math.min(32, Math.max(1, Math.ceil((2 * size) / cells)));
  let [across, down] = smooth === true ? [1, 1] : [wanted(width, columns), wanted(height, rows)];
  while (columns * rows * across * down > mostPixels && across * down > 1) {
    [across, down] = [Math.ceil(across / 2), Math.ceil(down / 2)];
  }
  const [wide, high] = [columns * across, rows * down];
  const data = new Uint8Array(wide * high * 3);
  for (let row = 0; row < rows; row++) {
    const start = row * down * wide * 3;
    for (let x = 0; x < wide; x++) {
      const from = (row * columns + Math.floor(x / across)) * 3;
      for (let channel = 0; channel < 3; channel++) data[start + 3 * x + channel] = colors[from + channel]!;
    }
    for (let y = 1; y < down; y++) data.copyWithin(start + y * wide * 3, start, start + wide * 3);
  }
  const bytes = encode({ width: wide, height: high, data, channels: 3, depth: 8 });
  let binary = '';
  // In parts, as a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 4096) binary += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return `data:image/png;base64,${btoa(binary)}`;
}
