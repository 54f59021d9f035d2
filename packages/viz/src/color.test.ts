import { describe, expect, test } from 'vitest';
import { hex, luminance, parseColor, ramp, readable } from './color.js';
import { darkTheme, lightTheme } from './theme.js';

test('colours are read and written', () => {
  expect(parseColor('#0af')).toEqual([0, 170, 255]);
  expect(hex(parseColor('#12ab9f'))).toBe('#12ab9f');
  expect(() => parseColor('red')).toThrow("colour is 'red', expected #rrggbb");
});

test('a ramp passes through its stops', () => {
  expect(ramp(['#000000', '#ffffff', '#ff0000'], 0)).toBe('#000000');
  expect(ramp(['#000000', '#ffffff', '#ff0000'], 0.5)).toBe('#ffffff');
  expect(ramp(['#000000', '#ffffff', '#ff0000'], 1)).toBe('#ff0000');
  expect(ramp(['#000000', '#ffffff'], 0.5)).toBe('#808080');
});

test('the readable colour is the one with more contrast', () => {
  expect(readable('#ffffff', '#000000', '#eeeeee')).toBe('#000000');
  expect(readable('#000000', '#000000', '#eeeeee')).toBe('#eeeeee');
});

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
] as const)('the %s theme', (_, theme) => {
  const contrast = (a: string, b: string): number => {
    const [x, y] = [luminance(a), luminance(b)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };

  test('can be read: text at 4.5 to 1, the first curves and classes at 3 to 1', () => {
    expect(contrast(theme.ink, theme.background)).toBeGreaterThan(7);
    expect(contrast(theme.muted, theme.background)).toBeGreaterThan(4.5);
    for (const color of [...theme.series.slice(0, 3), ...theme.classes.slice(0, 3)]) {
      expect(contrast(color, theme.background)).toBeGreaterThan(3);
    }
  });

  test('points stand out from the shade of their own class', () => {
    // By their outline, which has the ground's colour.
    expect(contrast(theme.background, theme.probability[0]!)).toBeGreaterThan(2);
    expect(contrast(theme.background, theme.probability.at(-1)!)).toBeGreaterThan(2);
  });
});
