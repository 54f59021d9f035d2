import { expect, test } from 'vitest';
import type { HeatmapMark, Scene } from '../scene.js';
import { imageGrid } from './image-grid.js';

const pictures = (scene: Scene): HeatmapMark[] =>
  scene.marks.filter((mark): mark is HeatmapMark => mark.type === 'heatmap');
const grey = (...data: number[]) => ({ data: Uint8Array.from(data), width: data.length, height: 1, channels: 1 });

test('bytes are shown as they are, other numbers from their least to their largest', () => {
  const floats = { data: Float32Array.of(-1, 0, 1), width: 3, height: 1, channels: 1 };
  const [bytes, stretched] = pictures(imageGrid({ images: [grey(10, 20, 30), floats] }));
  expect([bytes!.colors[0], bytes!.colors[3]]).toEqual([10, 20]);
  expect([stretched!.colors[0], stretched!.colors[3], stretched!.colors[6]]).toEqual([0, 128, 255]);
});

test('one range for all keeps images comparable', () => {
  const low = { data: [0, 1], width: 2, height: 1, channels: 1 };
  const high = { data: [2, 4], width: 2, height: 1, channels: 1 };
  const [first, second] = pictures(imageGrid({ images: [low, high], range: 'all' }));
  expect([first!.colors[3], second!.colors[3]]).toEqual([64, 255]);
});

test('colours come through, and the ground through what is not opaque', () => {
  const image = { data: Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 0), width: 2, height: 1, channels: 4 };
  const [{ colors }] = pictures(imageGrid({ images: [image] })) as [HeatmapMark];
  expect([...colors]).toEqual([255, 0, 0, 255, 255, 255]);
});

test('images stay inside the picture at any size, and keep their form', () => {
  const images = Array.from({ length: 23 }, () => ({ data: new Uint8Array(32), width: 8, height: 4, channels: 1 }));
  for (const [width, height] of [
    [800, 200],
    [150, 600],
    [64, 64],
  ] as const) {
    for (const { x, y, width: w, height: h } of pictures(
      imageGrid({ images, captions: images.map(String) }).resize(width, height),
    )) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(width);
      expect(y + h).toBeLessThanOrEqual(height + 1);
      expect(w / h).toBeCloseTo(2, 6);
    }
  }
});

test('what cannot be drawn is an error', () => {
  expect(() => imageGrid({ images: [] })).toThrow('imageGrid: images is empty');
  expect(() => imageGrid({ images: [{ ...grey(1, 2), height: 2 }] })).toThrow('has 2 values for 2 x 2 x 1 = 4');
  expect(() => imageGrid({ images: [{ ...grey(1, 2), channels: 2 }] })).toThrow('images[0].channels is 2');
  expect(() => imageGrid({ images: [grey(1)], captions: [] })).toThrow('captions has 0 entries for 1 images');
});
