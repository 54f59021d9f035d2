import { expect, test } from 'vitest';
import type { Point } from '../scene.js';
import { classChars, classSymbols, symbolOutline } from './symbols.js';

function area(ring: readonly Point[]): number {
  return Math.abs(
    ring.reduce((total, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length]!;
      return total + x * ny - nx * y;
    }, 0) / 2,
  );
}

test.each(classSymbols)('a %s has about the area of the circle of its radius', (name) => {
  const ratio = area(symbolOutline(name, 5)) / (Math.PI * 25);
  expect(ratio).toBeGreaterThan(0.75);
  expect(ratio).toBeLessThan(1.2);
});

test('each symbol has a character of its own', () => {
  expect(new Set(classChars).size).toBe(classSymbols.length);
});
