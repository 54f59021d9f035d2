import { imageGrid, type PlotOptions, type Scene } from '@kindling/viz';
import { stream } from './data.js';

/** A ring, whole for an 8 and open for a 3, somewhat moved. */
function digit(next: () => number, open: boolean): Uint8Array {
  const [dx, dy] = [next() - 0.5, next() - 0.5];
  return Uint8Array.from({ length: 144 }, (_, i) => {
    const [x, y] = [(i % 12) - 5.5 - dx, Math.floor(i / 12) - 5.5 - dy];
    const ring = Math.abs(Math.hypot(x, Math.abs(y) - 2.4) - 2.3);
    const gap = open && x < -0.5 && Math.abs(Math.abs(y) - 2.4) < 1.6;
    return gap ? 0 : Math.max(0, 255 * (1.2 - ring));
  });
}

export default function example(options: PlotOptions = {}): Scene {
  const next = stream(3);
  const labels = Array.from({ length: 18 }, (_, i) => (i % 3 === 0 ? 3 : 8));
  const images = labels.map((label) => ({ data: digit(next, label === 3), width: 12, height: 12, channels: 1 }));
  const said = labels.map((label, i) => (i % 7 === 5 ? 11 - label : label));
  return imageGrid({
    ...options,
    images,
    captions: said.map((label, i) => (label === labels[i] ? `${label}` : `${label}, is ${labels[i]}`)),
    frames: said.map((label, i) => (label === labels[i] ? undefined : '#d55e00')),
    title: 'Digits and what a model calls them',
  });
}
