import { describe, expect, test } from 'vitest';
import { Cells, type Clip, cellHeight, cellWidth } from './cells.js';

const all: Clip = { left: 0, top: 0, right: 1000, bottom: 1000 };
const red = { color: [255, 0, 0], ink: false } as const;
const ink = { color: [0, 0, 0], ink: true } as const;
const square = (x: number, y: number, w: number, h: number) =>
  [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
  ] as const;

describe('braille', () => {
  test.each([
    [0, 0, '⠁'],
    [0, 1, '⠂'],
    [0, 2, '⠄'],
    [0, 3, '⡀'],
    [1, 0, '⠈'],
    [1, 1, '⠐'],
    [1, 2, '⠠'],
    [1, 3, '⢀'],
  ])('the dot in column %i and row %i of a cell', (column, row, char) => {
    const cells = new Cells(1, 1, 'truecolor');
    cells.dot((column + 0.5) * (cellWidth / 2), (row + 0.5) * (cellHeight / 4), red, '*', all);
    expect(cells.toString()).toContain(char);
  });

  test('dots add up in a cell, in the last colour', () => {
    const cells = new Cells(2, 1, 'truecolor');
    cells.dot(1, 1, ink, '*', all);
    cells.dot(5, 13, red, '*', all);
    expect(cells.toString()).toBe('\u001b[38;2;255;0;0;49m⢁\u001b[0m');
  });

  test('outside the clip or the page there are none', () => {
    const cells = new Cells(2, 1, 'none');
    cells.dot(10, 1, red, '*', { ...all, right: 7 });
    cells.dot(100, 1, red, '*', all);
    cells.dot(Number.NaN, 1, red, '*', all);
    expect(cells.toString()).toBe('');
  });
});

describe('shades', () => {
  test('two halves of a cell are two colours', () => {
    const cells = new Cells(1, 1, 'truecolor');
    cells.fill(square(0, 0, 7, 7), [1, 2, 3], 1, [255, 255, 255], '', all);
    cells.fill(square(0, 7, 7, 7), [4, 5, 6], 1, [255, 255, 255], '', all);
    expect(cells.toString()).toBe('\u001b[38;2;1;2;3;48;2;4;5;6m▀\u001b[0m');
  });

  test('a see-through shade mixes with what is behind, or with the ground', () => {
    const cells = new Cells(1, 1, 'truecolor');
    cells.fill(square(0, 0, 7, 14), [0, 0, 0], 0.5, [200, 200, 200], '', all);
    expect(cells.toString()).toContain('48;2;100;100;100');
    cells.fill(square(0, 0, 7, 14), [0, 0, 0], 0.5, [200, 200, 200], '', all);
    expect(cells.toString()).toContain('48;2;50;50;50');
  });

  test('a hole stays empty', () => {
    const cells = new Cells(5, 1, 'none');
    cells.fill([...square(0, 0, 35, 14), ...square(14, 0, 7, 14)], [0, 0, 0], 1, [0, 0, 0], '#', all);
    expect(cells.toString()).toBe('## ##');
  });
});

test('frames are drawn around, dots before them, text before all', () => {
  const cells = new Cells(5, 3, 'none');
  cells.frame(0, 0, 35, 42, red);
  cells.dot(1, 20, red, '*', all);
  expect(cells.write(1, 0, 'abc', ink, false)).toBe(true);
  expect(cells.toString()).toBe('+abc+\n*   |\n+---+');
});

test('text does not touch text', () => {
  const cells = new Cells(8, 2, 'none');
  expect(cells.write(0, 0, 'ab', ink, false)).toBe(true);
  expect(cells.write(2, 0, 'cd', ink, false)).toBe(false);
  expect(cells.write(3, 0, 'cd', ink, false)).toBe(true);
  expect(cells.write(7, 0, 'ef', ink, true)).toBe(true);
  expect(cells.toString()).toBe('ab cd  e\n       f');
});

test('letters in the terminal’s own colour, but in their own where something is painted behind', () => {
  const cells = new Cells(3, 1, 'truecolor');
  cells.fill(square(7, 0, 7, 14), [255, 255, 255], 1, [0, 0, 0], '', all);
  cells.write(0, 0, 'ab', ink, false);
  expect(cells.toString()).toMatch(/^a/);
  expect(cells.toString()).toContain('\u001b[38;2;0;0;0;48;2;255;255;255mb');
});
