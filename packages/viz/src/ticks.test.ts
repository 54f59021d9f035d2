import { describe, expect, test } from 'vitest';
import { paddedDomain, scaleOf, thinned, ticksOf } from './ticks.js';

const texts = (ticks: readonly { text: string }[]): string => ticks.map(({ text }) => text).join(' ');

describe('texts of ticks', () => {
  test.each([
    [[0, 1], '0.0 0.2 0.4 0.6 0.8 1.0'],
    [[0, 0.05], '0.00 0.01 0.02 0.03 0.04 0.05'],
    [[-2, 2], '−2 −1 0 1 2'],
    [[2020, 2025], '2020 2021 2022 2023 2024 2025'],
    [[0, 50_000], '0 10,000 20,000 30,000 40,000 50,000'],
    [[0, 3_000_000], '0.0M 0.5M 1.0M 1.5M 2.0M 2.5M 3.0M'],
    [[1_000_001, 1_000_003], '1,000,001.0 1,000,001.5 1,000,002.0 1,000,002.5 1,000,003.0'],
    [[0, 5e-7], '0e+0 1e-7 2e-7 3e-7 4e-7 5e-7'],
  ] as const)('%j: %s', (domain, expected) => {
    expect(texts(ticksOf({ domain }, 5))).toBe(expected);
  });

  test('whole numbers only, where asked', () => {
    expect(texts(ticksOf({ domain: [1, 3], integer: true }, 8))).toBe('1 2 3');
    expect(texts(ticksOf({ domain: [0.5, 1.5], integer: true }, 8))).toBe('1');
  });
});

describe('log axes', () => {
  test('powers of ten, with faint lines between', () => {
    const ticks = ticksOf({ domain: [0.0008, 2], scale: 'log' }, 5);
    expect(texts(ticks.filter(({ text }) => text !== ''))).toBe('0.001 0.01 0.1 1');
    expect(ticks.length).toBeGreaterThan(20);
  });

  test.each([
    [[0.05, 0.7], '0.05 0.1 0.2 0.3 0.5'],
    [[0.6, 0.9], '0.60 0.65 0.70 0.75 0.80 0.85 0.90'],
    [[1e-12, 10], '1e-12 1e-9 1e-6 1e-3 1'],
  ] as const)('%j: %s', (domain, expected) => {
    const ticks = ticksOf({ domain, scale: 'log' }, 5);
    expect(texts(ticks.filter(({ text }) => text !== ''))).toBe(expected);
  });

  test('what is not above zero has no place', () => {
    expect(scaleOf({ domain: [0.1, 1], scale: 'log' }, [0, 10])(0)).toBeNaN();
  });
});

test('a domain of nothing, of one value and of several', () => {
  expect(paddedDomain([], 0.1)).toEqual([0, 1]);
  expect(paddedDomain([Number.NaN], 0.1)).toEqual([0, 1]);
  expect(paddedDomain([4, 4], 0.1)).toEqual([2, 6]);
  expect(paddedDomain([0], 0.1)).toEqual([-1, 1]);
  expect(paddedDomain([0, 10, Number.NaN], 0.1)).toEqual([-1, 11]);
  expect(() => paddedDomain([-1.7e308, 1.7e308], 0.1)).toThrow('too far apart to draw');
});

test('ticks that stand too close are thinned out', () => {
  const ticks = [0, 1, 2, 3, 4].map((value) => ({ value, text: `${value}` }));
  expect(
    texts(
      thinned(
        ticks,
        (v) => v * 10,
        () => 8,
      ),
    ),
  ).toBe('0 1 2 3 4');
  expect(
    texts(
      thinned(
        ticks,
        (v) => v * 10,
        () => 15,
      ),
    ),
  ).toBe('0 2 4');
  expect(
    texts(
      thinned(
        ticks,
        (v) => v,
        () => 15,
      ),
    ),
  ).toBe('0');
});
