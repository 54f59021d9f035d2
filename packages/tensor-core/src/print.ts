import { type DType, isFloating } from './dtype.js';
import type { NestedValues } from './read.js';
import { formatShape } from './shape.js';
import type { Tensor } from './tensor.js';

declare module './tensor.js' {
  interface Tensor {
    /** The tensor as PyTorch prints it; only its shape where the elements cannot be read without waiting. */
    toString(): string;
  }
}

/** PyTorch's print options. */
const precision = 4;
const threshold = 1000;
const edgeItems = 3;
const lineWidth = 80;
const indent = 'tensor('.length;

/** The elements that are shown, nested as in the tensor; `null` stands for those left out. */
type Shown = NestedValues | null | Shown[];

/**
 * Writes a tensor as PyTorch does: four decimals, scientific notation for wide ranges, `...` above 1000 elements.
 *
 * Where the elements cannot be read without waiting, only the shape.
 *
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { formatTensor } from '@kindling/tensor-core/internal';
 * console.log(formatTensor(tensor([1.5, -2]))); // => tensor([ 1.5000, -2.0000])
 * ```
 */
export function formatTensor(x: Tensor): string {
  return addSuffixes(`tensor(${format(x)}`, describe(x));
}

function format(x: Tensor): string {
  if (x.backend.readSync === undefined) return `..., size=${formatShape(x.shape)}, backend='${x.backend.name}'`;
  if (x.count === 0) return '[]';
  const shown = x.count > threshold ? summary(x.detach()) : x.tolist();
  const values = ([shown] as unknown[]).flat(Number.POSITIVE_INFINITY).filter((value) => value !== null) as number[];
  // Zeros, infinities and NaN have no say in the format or the width of floats.
  const counted = isFloating(x.dtype) ? values.filter((value) => Number.isFinite(value) && value !== 0) : values;
  const write = writerFor(x.dtype, counted);
  const width = counted.reduce((widest, value) => Math.max(widest, write(value).length), 1);
  return lines(shown, x.ndim, indent, write, width);
}

/** Suffixes go to a line of their own where they would run past the width. */
function addSuffixes(text: string, suffixes: readonly string[]): string {
  let result = text;
  let length = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (length + suffix.length + 2 > lineWidth) {
      result += `,\n${' '.repeat(indent)}${suffix}`;
      length = indent + suffix.length;
    } else {
      result += `, ${suffix}`;
      length += suffix.length + 2;
    }
  }
  return `${result})`;
}

function describe(x: Tensor): string[] {
  const suffixes: string[] = [];
  if (x.count === 0 && x.ndim !== 1) suffixes.push(`size=(${x.shape.join(', ')})`);
  const inferred = x.dtype === 'float32' || (x.dtype === 'bool' && x.count > 0);
  if (!inferred) suffixes.push(`dtype=torch.${x.dtype}`);
  if (x.node !== null) suffixes.push(`grad_fn=<${backwardName(x.node.op.name)}>`);
  else if (x.tracked) suffixes.push('requires_grad=True');
  return suffixes;
}

/** PyTorch calls the derivative of `add` `AddBackward0`. */
function backwardName(op: string): string {
  return `${op[0]!.toUpperCase()}${op.slice(1)}Backward0`;
}

function summary(x: Tensor): Shown {
  if (x.ndim === 0) return x.item();
  const size = x.shape[0]!;
  const part = (i: number): Shown => summary(x.select(0, i));
  return size > 2 * edgeItems
    ? [part(0), part(1), part(2), null, part(size - 3), part(size - 2), part(size - 1)]
    : Array.from({ length: size }, (_, i) => part(i));
}

/** Writes what is shown, columns as wide as `width`; its opening bracket stands in `column`. */
function lines(shown: Shown, ndim: number, column: number, write: (value: number) => string, width: number): string {
  if (shown === null) return ndim === 0 ? ' ...' : '...';
  if (!Array.isArray(shown)) return write(shown as number).padStart(width);
  let rows = shown.map((part) => lines(part, ndim - 1, column + 1, write, width));
  if (ndim === 1) {
    const perLine = Math.max(1, Math.floor((lineWidth - column) / (width + 2)));
    const items = rows;
    rows = [];
    for (let i = 0; i < items.length; i += perLine) rows.push(items.slice(i, i + perLine).join(', '));
  }
  return `[${rows.join(`,${'\n'.repeat(Math.max(1, ndim - 1))}${' '.repeat(column + 1)}`)}]`;
}

/** How each element is written, from the values that decide about it. */
function writerFor(dtype: DType, values: readonly number[]): (value: number) => string {
  if (dtype === 'bool') return (value) => (value ? 'True' : 'False');
  if (!isFloating(dtype)) return String;
  const sizes = values.map(Math.abs);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const whole = values.every(Number.isInteger);
  let decimal = fixed;
  if (largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4)) decimal = scientific;
  else if (whole) decimal = (value) => `${value}.`;
  return (value) => {
    if (Number.isNaN(value)) return 'nan';
    if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
    // JavaScript writes -0 without the sign.
    return (Object.is(value, -0) ? '-' : '') + decimal(value);
  };
}

/**
 * The digits up to the fourth decimal. Where the rest is exactly half of the last, JavaScript rounds up, Python to the even
 * digit; fifty decimals tell what is exact.
 */
function rounded(write: (decimals: number) => string): string {
  const exact = write(50);
  const cut = exact.indexOf('.') + 1 + precision;
  const isEvenBeforeHalf = /^50*$/.test(exact.slice(cut)) && Number(exact[cut - 1]) % 2 === 0;
  return isEvenBeforeHalf ? exact.slice(0, cut) : write(precision);
}

function fixed(value: number): string {
  return rounded((decimals) => value.toFixed(decimals));
}

function scientific(value: number): string {
  const exponent = value.toExponential(precision).split('e')[1]!;
  const mantissa = rounded((decimals) => value.toExponential(decimals).split('e')[0]!);
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
