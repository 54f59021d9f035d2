import { describe, expect, test } from 'vitest';
import { gallery } from '../gallery/index.js';
import { confusionMatrixPlot, lossCurve, scatter } from '../index.js';
import { toTerminal } from './terminal.js';

const loss = lossCurve({ series: [{ values: [0.7, 0.5, 0.4], validation: [0.7, 0.6, 0.6] }], title: 'Größe × 2 −1' });
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const codes = /\u001b\[[\d;]*m/g;

describe.each(Object.entries(gallery))('%s', (_, example) => {
  test.each([
    [80, 24],
    [40, 12],
    [20, 6],
    [133, 50],
  ])('fits into %i x %i characters', (columns, rows) => {
    for (const color of ['truecolor', '256', 'none'] as const) {
      const lines = toTerminal(example(), { columns, rows, color }).split('\n');
      expect(lines).toHaveLength(rows);
      for (const line of lines) expect([...line.replace(codes, '')].length).toBeLessThanOrEqual(columns);
    }
  });

  test('is ASCII without colour', () => {
    expect(toTerminal(example(), { color: false })).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('ends every coloured line in the terminal’s own colours', () => {
    for (const line of toTerminal(example(), { color: true }).split('\n')) {
      const all = line.match(codes) ?? [];
      if (all.length > 0) expect(all.at(-1)).toBe('\u001b[0m');
    }
  });
});

test('text in ASCII keeps its letters', () => {
  expect(toTerminal(loss, { color: false })).toContain('Gro?e x 2 -1');
  expect(toTerminal(loss, { color: true })).toContain('Größe × 2 −1');
});

test('lines are braille dots in the colour of the series', () => {
  const text = toTerminal(loss, { color: true });
  expect(text).toMatch(/[\u2801-\u28ff]/);
  expect(text).toContain('\u001b[38;2;0;114;178;49m');
  expect(toTerminal(loss, { color: '256' })).toContain('\u001b[38;5;25;49m');
});

test('shades are painted, and letters on them keep their contrast', () => {
  const text = toTerminal(
    confusionMatrixPlot({
      matrix: [
        [90, 10],
        [20, 80],
      ],
    }),
    { color: true },
  );
  expect(text).toContain('38;2;255;255;255;48;2;');
  expect(text.replace(codes, '')).toContain('90');
});

test('classes have characters of their own without colour', () => {
  const text = toTerminal(
    scatter({
      points: [
        [0, 0],
        [5, 5],
      ],
      labels: [0, 1],
      classNames: ['a', 'b'],
    }),
    { color: false },
  );
  expect(text).toMatch(/o {1,3}a/);
  expect(text).toMatch(/x {1,3}b/);
});

test('a page too small, or an unknown colour, is an error', () => {
  expect(() => toTerminal(loss, { columns: 10 })).toThrow('toTerminal: columns is 10, expected a whole number from 20');
  expect(() => toTerminal(loss, { rows: 2.5 })).toThrow('toTerminal: rows is 2.5');
  expect(() => toTerminal(loss, { color: 'red' as 'none' })).toThrow("toTerminal: color is a string 'red'");
});
