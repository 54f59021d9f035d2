import { wrong } from '@internal/arguments';
import type { Generator } from '@kindling/tensor-core';
import { ImageError } from '../errors.js';

/** Two numbers, from and to. */
export type Range = readonly [from: number, to: number];

/** Height and width, or one number for both. */
export type Size = number | readonly [height: number, width: number];

/** Python's `round`: halves go to the even neighbour. */
export function roundEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 !== 0) ? down + 1 : down;
}

/** One float32 of `torch.empty(1).uniform_(from, to)`. */
export function drawBetween(generator: Generator, [from, to]: Range): number {
  return generator.uniform(1, from, to)[0]!;
}

/** One whole number of `torch.randint(0, below, (1,))`. */
export function drawBelow(generator: Generator, below: number): number {
  return generator.integers(1, 0, below)[0]!;
}

/** Whether `torch.rand(1) < p`. */
export function happens(generator: Generator, p: number): boolean {
  return generator.uniform(1)[0]! < Math.fround(p);
}

/** `exp(uniform(log(from), log(to)))` in float32: an aspect ratio that is as often tall as wide. */
export function drawRatio(generator: Generator, [from, to]: Range): number {
  const log: Range = [Math.fround(Math.log(Math.fround(from))), Math.fround(Math.log(Math.fround(to)))];
  return Math.fround(Math.exp(drawBetween(generator, log)));
}

/** Height and width of a size, in whole pixels. */
export function pairOf(where: string, size: Size): readonly [height: number, width: number] {
  const pair = (typeof size === 'number' ? [size, size] : size) as readonly [number, number];
  if (!Array.isArray(pair) || pair.length !== 2 || pair.some((side) => !Number.isSafeInteger(side) || side < 1)) {
    wrong(ImageError, where, 'size', 'a whole number from 1, or two of them (height, width)', size);
  }
  return pair;
}

/** Throws unless a value is a probability. */
export function checkP(where: string, p: unknown): void {
  if (!(typeof p === 'number' && p >= 0 && p <= 1)) wrong(ImageError, where, 'p', 'a number from 0 to 1', p);
}

/** Throws unless a value is a number between bounds. */
export function checkRange(
  where: string,
  what: string,
  range: unknown,
  least = 0,
  most = Number.POSITIVE_INFINITY,
): void {
  const [from, to] = (Array.isArray(range) && range.length === 2 ? range : []) as number[];
  if (typeof from === 'number' && typeof to === 'number' && from >= least && to >= from && to <= most) return;
  wrong(ImageError, where, what, `two numbers [from, to]${bounds(least, most)}`, range);
}

function bounds(least: number, most: number): string {
  const lower = Number.isFinite(least) ? ` from ${least}` : '';
  return Number.isFinite(most) ? `${lower} up to ${most}` : lower;
}

/** `x` as -x to x, or a range as it is. */
export function angleRange(where: string, what: string, degrees: number | Range): Range {
  if (typeof degrees === 'number') {
    if (!(degrees >= 0)) wrong(ImageError, where, what, 'a number from 0 or two numbers [from, to]', degrees);
    return [-degrees, degrees];
  }
  checkRange(where, what, degrees, Number.NEGATIVE_INFINITY);
  return degrees;
}
