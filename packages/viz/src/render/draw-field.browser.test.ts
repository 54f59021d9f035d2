import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme } from '../theme.js';
import { type DrawFieldOptions, drawField } from './draw-field.js';

function paint(options: DrawFieldOptions): (x: number, y: number) => string {
  const canvas = document.createElement('canvas');
  canvas.width = 100;
  canvas.height = 100;
  drawField(canvas, { scale: 1, ...options });
  const context = canvas.getContext('2d')!;
  return (x, y) => {
    const [r, g, b] = context.getImageData(x, y, 1, 1).data;
    return `#${[r, g, b].map((value) => value!.toString(16).padStart(2, '0')).join('')}`;
  };
}

/** Class 1 to the right, certain on both sides. */
const logits = Float32Array.from({ length: 400 }, (_, i) => ((i % 20) - 9.5) * 2);

describe('a field', () => {
  it('has the shades of both classes and a border between', () => {
    const at = paint({ logits, extent: 1 });
    expect(at(50, 50)).toBe(lightTheme.ink);
    expect(at(2, 50)).not.toBe(at(97, 50));
    expect(paint({ logits, extent: 1, threshold: null })(50, 50)).not.toBe(lightTheme.ink);
    expect(paint({ logits, extent: 1, theme: 'dark' })(50, 50)).toBe(darkTheme.ink);
  });

  it('moves the border with the threshold', () => {
    const at = paint({ logits, extent: 1, threshold: 0.9999 });
    expect(at(50, 50)).not.toBe(lightTheme.ink);
  });

  it('has points, filled or hollow, with y upwards', () => {
    const at = paint({ logits, extent: 1, points: [-0.5, 0.5, 0.5, -0.5], labels: [0, 1], hollow: [0, 1] });
    expect(at(25, 25)).toBe(lightTheme.classes[0]);
    expect(at(75, 75)).toBe(lightTheme.background);
  });

  it('keeps the picture of points only as long as they stay as they are', () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 100, height: 100 });
    const context = canvas.getContext('2d')!;
    const pixels = (points: number[], labels: number[]) => {
      drawField(canvas, { logits, extent: 1, scale: 1, points, labels });
      return context.getImageData(0, 0, 100, 100).data.join();
    };
    const [points, labels] = [[-0.5, 0.5], [0]];
    const first = pixels(points, labels);
    expect(pixels([...points], [...labels])).toBe(first);
    points[1] = -0.5;
    const moved = pixels(points, labels);
    expect(moved).not.toBe(first);
    labels[0] = 1;
    expect(pixels(points, labels)).not.toBe(moved);
    canvas.width = 0;
    drawField(canvas, { logits, extent: 1, points, labels });
  });

  it('shows what is no number as undecided', () => {
    expect(paint({ logits: new Float32Array(4).fill(Number.NaN), extent: 1 })(50, 50)).toMatch(/^#[ef]/);
  });

  it.each([
    [{ logits: [1, 2, 3], extent: 1 }, 'logits are 3 numbers'],
    [{ logits, extent: 0 }, 'extent must be a number above 0, not 0'],
    [{ logits, extent: 1, points: [1, 2] }, '1 points have no labels'],
    [{ logits, extent: 1, treshold: 1 }, "did you mean 'threshold'?"],
    [{ logits, extent: 1, threshold: 2 }, 'threshold must be a probability, or null, not 2'],
  ])('refuses %j', (options, words) => {
    expect(() => paint(options as DrawFieldOptions)).toThrow(words);
  });
});
