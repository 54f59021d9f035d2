import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { gallery } from '../gallery/index.js';
import type { Scene } from '../scene.js';
import { lightTheme } from '../theme.js';
import { toPng } from './png.js';
import { toSvg } from './svg.js';

function word(text: string): Scene {
  const marks = [{ type: 'text', x: 10, y: 30, text, size: 20, fill: '#000000' }] as const;
  return { width: 100, height: 40, title: text, theme: lightTheme, marks, panels: [], resize: () => word(text) };
}

test('the image has the size of the scene times the scale', async () => {
  const png = await toPng(word('a'), { scale: 3 });
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([300, 120]);
});

test('text is drawn with the shipped font, also on a machine without fonts', async () => {
  const [empty, letter] = [await toPng(word('')), await toPng(word('Kindling − 0.5'))];
  expect(letter.length).toBeGreaterThan(empty.length + 200);
});

test('a scale that is no scale, and an image too large to hold, are errors', async () => {
  await expect(toPng(word('a'), { scale: 0 })).rejects.toThrow('toPng: scale is 0, expected a number above 0');
  await expect(toPng(word('a'), { scale: 500 })).rejects.toThrow('50000 x 20000 pixels, more than 16384');
});

describe('every picture of the gallery', () => {
  test.each(Object.entries(gallery))('%s is a document that resvg reads', (_, example) => {
    const scene = example();
    const image = new Resvg(toSvg(scene), { font: { loadSystemFonts: false } });
    expect([image.width, image.height]).toEqual([scene.width, scene.height]);
  });
});
