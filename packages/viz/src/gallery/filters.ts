import { imageGrid, type PlotOptions, type Scene } from '@kindling/viz';

export default function example(options: PlotOptions = {}): Scene {
  const images = Array.from({ length: 12 }, (_, k) => {
    const angle = (Math.PI * k) / 12;
    const data = Float32Array.from({ length: 49 }, (__, i) => {
      const [x, y] = [(i % 7) - 3, Math.floor(i / 7) - 3];
      return Math.cos(1.2 * (x * Math.cos(angle) + y * Math.sin(angle))) * Math.exp(-(x * x + y * y) / 9);
    });
    return { data, width: 7, height: 7, channels: 1 };
  });
  return imageGrid({ ...options, images, colors: 'PuOr', range: 'all', columns: 6, title: 'Filters of a layer' });
}
