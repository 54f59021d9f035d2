import { ticks as evenTicks } from 'd3-array';
import { format, formatPrefix } from 'd3-format';
import { VizError } from './errors.js';

/** What an axis shows. */
export interface AxisSpec {
  readonly label?: string | undefined;
  /** The values at the two ends. */
  readonly domain: readonly [number, number];
  /** `'linear'` when left out. */
  readonly scale?: 'linear' | 'log' | undefined;
  /** Ticks at whole numbers only. */
  readonly integer?: boolean | undefined;
  /** Ticks of one's own. */
  readonly ticks?: readonly Tick[] | undefined;
  /** Lines across the plot at the ticks; drawn unless `false`. */
  readonly grid?: boolean | undefined;
}

/** A place on an axis and what is written there; a tick without text only gets a faint line. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** A function from values to pixels, and the way back. */
export interface Scale {
  (value: number): number;
  invert(pixel: number): number;
}

/** The scale from an axis's domain to a range of pixels. */
export function scaleOf(axis: AxisSpec, range: readonly [number, number]): Scale {
  const log = axis.scale === 'log';
  const ends = log ? ([Math.log(axis.domain[0]), Math.log(axis.domain[1])] as const) : axis.domain;
  const toPixel = (value: number): number => between(range, shareOf(ends, log ? Math.log(value) : value));
  const invert = (pixel: number): number => {
    const value = between(ends, shareOf(range, pixel));
    return log ? Math.exp(value) : value;
  };
  // There is no logarithm of what is not above 0.
  return Object.assign(log ? (value: number) => (value <= 0 ? Number.NaN : toPixel(value)) : toPixel, { invert });
}

/** Where a number lies from the one end, 0, to the other, 1; in the middle where they are the same. */
function shareOf([from, to]: readonly [number, number], value: number): number {
  return from === to ? 0.5 : (value - from) / (to - from);
}

function between([from, to]: readonly [number, number], share: number): number {
  return from * (1 - share) + to * share;
}

/** About `count` ticks at round values. */
export function ticksOf(axis: AxisSpec, count: number): Tick[] {
  const [low, high] = [Math.min(...axis.domain), Math.max(...axis.domain)];
  if (axis.ticks !== undefined) return axis.ticks.filter(({ value }) => value >= low && value <= high);
  if (axis.scale === 'log') return logTicks(low, high, count);
  const kept = axis.integer === true ? wholeTicks(low, high, count) : evenTicks(low, high, count);
  return kept.map((value) => ({ value, text: '' })).map(withText(kept));
}

function wholeTicks(low: number, high: number, count: number): number[] {
  const span = Math.max(1, Math.floor(high) - Math.ceil(low));
  return evenTicks(low, high, Math.min(count, span)).filter((value) => Number.isInteger(value));
}

/** All ticks of an axis get the same number of decimals, or the same power of ten where numbers are very large or small. */
function withText(values: readonly number[]): (tick: Tick) => Tick {
  const largest = Math.max(...values.map(Math.abs));
  const step = values.length > 1 ? Math.abs(values[1]! - values[0]!) : largest || 1;
  const write = writer(largest, step);
  return ({ value }) => ({ value, text: write(value) });
}

function writer(largest: number, step: number): (value: number) => string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  if (largest !== 0 && (decimals > 4 || largest >= 1e15)) return format('.3~e');
  if (largest >= 1e5 && step >= 1e3) return formatPrefix(`.${prefixDecimals(largest, step)}`, largest);
  // Years are written without a comma, and so is everything else of four digits.
  return format(`${largest >= 1e4 ? ',' : ''}.${decimals}f`);
}

/** Decimals that tell ticks apart once they are divided by thousands, millions and so on. */
function prefixDecimals(largest: number, step: number): number {
  const unit = 10 ** (3 * Math.floor(Math.log10(largest) / 3 + 1e-9));
  return Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9));
}

/** Ticks at powers of ten, with 2 and 5 between where there is room; faint lines at the other multiples. */
function logTicks(low: number, high: number, count: number): Tick[] {
  const from = Math.floor(Math.log10(low) + 1e-9);
  const to = Math.ceil(Math.log10(high) - 1e-9);
  const decades = Math.log10(high / low);
  // In less than half a decade powers of ten say little: round values at even distances say more.
  if (decades < 0.5) return ticksOf({ domain: [low, high] }, count).filter(({ value }) => value > 0);
  const every = Math.max(1, Math.ceil((to - from) / Math.max(2, count)));
  const named = decades < 1.2 ? [1, 2, 3, 5] : decades <= 2.5 ? [1, 2, 5] : [1];
  const ticks: Tick[] = [];
  for (let power = from; power <= to; power++) {
    for (let multiple = 1; multiple < 10; multiple++) {
      const value = Number(`${multiple}e${power}`);
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      const hasText = named.includes(multiple) && (power - from) % every === 0;
      const text = hasText ? powerText(multiple, power, from < -4 || to > 4) : '';
      if (hasText || every === 1) ticks.push({ value, text });
    }
  }
  return ticks;
}

function powerText(multiple: number, power: number, exponents: boolean): string {
  if (exponents) return power === 0 ? `${multiple}` : `${multiple}e${power}`;
  return format(power < 0 ? `.${-power}f` : '.0f')(Number(`${multiple}e${power}`));
}

/** As many of the ticks as stand clear of each other: all, or every second, third and so on. */
export function thinned(
  ticks: readonly Tick[],
  scale: (value: number) => number,
  size: (tick: Tick) => number,
): Tick[] {
  const named = ticks.filter(({ text }) => text !== '');
  for (let every = 1; every < named.length; every++) {
    const kept = named.filter((_, i) => i % every === 0);
    const clear = kept.every((tick, i) => {
      const before = kept[i - 1];
      if (before === undefined) return true;
      return Math.abs(scale(tick.value) - scale(before.value)) >= (size(tick) + size(before)) / 2;
    });
    if (clear) return every === 1 ? [...ticks] : kept;
  }
  return named.slice(0, 1);
}

/** A domain around some values with a part of its length added at each end; 0 to 1 where there are none. */
export function paddedDomain(values: Iterable<number>, part: number): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  // All values alike: room of the size of the value, so that ticks can tell where it lies.
  const room =
    high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-12 ? (high - low) * part : Math.abs(low) / 2 || 1;
  const domain: [number, number] = [low - room, high + room];
  if (!domain.every(Number.isFinite))
    throw new VizError(`axis: values from ${low} to ${high} are too far apart to draw`);
  return domain;
}
