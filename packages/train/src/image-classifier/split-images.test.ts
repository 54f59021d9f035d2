import { describe, expect, it } from 'vitest';
import { splitImages } from './split-images.js';

const images = Array.from({ length: 40 }, (_, i) => ({
  source: `${i}.png`,
  label: i % 4 === 0 ? 'dog' : 'cat',
  at: i,
}));

describe('splitImages', () => {
  it('keeps every image once, in order, and each class as frequent as it was', () => {
    const { train, test } = splitImages(images, { testSize: 0.3, randomState: 1 });
    expect([train.length, test.length]).toEqual([28, 12]);
    expect([...train, ...test].map(({ at }) => at).sort((a, b) => a - b)).toEqual(images.map(({ at }) => at));
    for (const part of [train, test]) {
      expect(part.filter(({ label }) => label === 'dog')).toHaveLength(part.length / 4);
      expect(part.map(({ at }) => at)).toEqual(part.map(({ at }) => at).toSorted((a, b) => a - b));
    }
    expect(splitImages(images, { testSize: 0.3, randomState: 1 })).toEqual({ train, test });
    expect(splitImages(images, { testSize: 0.3, randomState: 2 })).not.toEqual({ train, test });
  });

  it('says what it cannot split', () => {
    expect(() => splitImages(images.slice(0, 2))).toThrow(/dog|class/);
    expect(() => splitImages('photos' as never)).toThrow('splitImages: the images must be a list');
    expect(() => splitImages(images, { size: 0.2 } as never)).toThrow(/splitImages: .*size/);
  });
});
