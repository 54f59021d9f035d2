import { expect, test } from 'vitest';
import { paint, terminalColor } from './ansi.js';

test.each([
  [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, true, 'truecolor'],
  [{ TERM: 'xterm-256color' }, true, '256'],
  [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, false, 'none'],
  [{ TERM: 'dumb' }, true, 'none'],
  [{ NO_COLOR: '1', COLORTERM: 'truecolor' }, true, 'none'],
  [{ NO_COLOR: '', COLORTERM: 'truecolor' }, true, 'truecolor'],
  [{ FORCE_COLOR: '3' }, false, 'truecolor'],
  [{ FORCE_COLOR: '1' }, false, '256'],
  [{ FORCE_COLOR: '0' }, true, 'none'],
  [{ WT_SESSION: 'x' }, true, 'truecolor'],
] as const)('%j, terminal: %s, shows %s', (env, isTTY, depth) => {
  expect(terminalColor({ env, isTTY })).toBe(depth);
});

test('colours as escape sequences', () => {
  expect(paint(38, [1, 2, 3], 'truecolor')).toBe('38;2;1;2;3');
  expect(paint(48, undefined, 'truecolor')).toBe('49');
  expect(paint(38, [255, 0, 0], '256')).toBe('38;5;196');
  expect(paint(38, [0, 0, 0], '256')).toBe('38;5;16');
  expect(paint(48, [128, 128, 128], '256')).toBe('48;5;244');
});
