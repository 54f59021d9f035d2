import { expect, test } from 'vitest';
import { fitText, textWidth, wrapText } from './text.js';

test('widths are the shipped font’s', () => {
  expect(textWidth('0', 1000)).toBe(636);
  expect(textWidth('iW', 1000)).toBe(278 + 989);
  expect(textWidth('', 12)).toBe(0);
  expect(textWidth('漢', 1000)).toBe(1000);
});

test('text that does not fit ends with an ellipsis', () => {
  expect(fitText('short', 10, 100)).toBe('short');
  const cut = fitText('a rather long label', 10, 60);
  expect(cut.endsWith('…')).toBe(true);
  expect(textWidth(cut, 10)).toBeLessThanOrEqual(60);
  expect(fitText('wide', 10, 1)).toBe('w…');
});

test('lines break between words, and what is left over goes to the last', () => {
  expect(wrapText('one two three', 10, 1000, 2)).toEqual(['one two three']);
  expect(wrapText('one two three', 10, 45, 3)).toEqual(['one two', 'three']);
  expect(wrapText('one two three four five', 10, 45, 2)).toEqual(['one two', 'three f…']);
  expect(wrapText('   ', 10, 45, 2)).toEqual([]);
});

test('a text of any length takes as long as what is shown of it, and is read once', () => {
  const long = 'an endless title '.repeat(60_000);
  expect(fitText(long, 12, 100)).toMatch(/…$/);
  expect(wrapText('x'.repeat(1_000_000), 12, 100, 2)).toHaveLength(1);
  expect(wrapText(long, 12, 100, 2)).toHaveLength(2);
});
