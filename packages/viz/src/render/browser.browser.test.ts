import { describe, expect, test } from 'vitest';
import { gallery } from '../gallery/index.js';
import type { Scene } from '../scene.js';
import { drawCanvas } from './browser.js';
import { toSvg } from './svg.js';

function canvas(scene: Scene): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = Math.ceil(scene.width);
  element.height = Math.ceil(scene.height);
  return element.getContext('2d', { willReadFrequently: true })!;
}

async function asImage(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** Pictures that are all edges: every cell of theirs is smoothed a little differently. */
const allEdges = ['filters', 'image-grid'];

describe.each(Object.entries(gallery))('%s', (name, example) => {
  test('looks on a canvas as it does as SVG', async () => {
    const scene = example();
    const [drawn, shown] = [canvas(scene), canvas(scene)];
    drawCanvas(scene, drawn);
    shown.drawImage(await asImage(toSvg(scene)), 0, 0);
    const [a, b] = [drawn, shown].map(
      (context) => context.getImageData(0, 0, context.canvas.width, context.canvas.height).data,
    ) as [Uint8ClampedArray, Uint8ClampedArray];

    let different = 0;
    let inked = 0;
    for (let i = 0; i < a.length; i += 4) {
      const off = Math.max(Math.abs(a[i]! - b[i]!), Math.abs(a[i + 1]! - b[i + 1]!), Math.abs(a[i + 2]! - b[i + 2]!));
      if (off > 96) different++;
      if (Math.abs(b[i]! - b[0]!) > 48) inked++;
    }
    // Edges of letters and lines are smoothed a little differently.
    expect(inked).toBeGreaterThan(1000);
    expect(different / (a.length / 4)).toBeLessThan(allEdges.includes(name) ? 0.008 : 0.002);
  });
});
