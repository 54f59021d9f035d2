import { defineMethod } from './define-op.js';
import { type DType, isFloating } from './dtype.js';
import { formatShape } from './shape.js';
import { Tensor, viewOf } from './tensor.js';

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

/** How every element of a tensor is written, so that columns align. */
interface Format {
  readonly write: (value: number) => string;
  readonly width: number;
}

/**
 * Writes a tensor as PyTorch does: four decimals, scientific notation for wide ranges, `...` above 1000 elements.
 *
 * Where the elements cannot be read without waiting, only the shape.
 *
 * @example
 * ```ts
 * import { formatTensor, tensor } from '@kindling/tensor-core';
 * console.log(formatTensor(tensor([1.5, -2]))); // => tensor([ 1.5000, -2.0000])
 * ```
 */
export function formatTensor(x: Tensor): string {
  const suffixes = describe(x);
  if (x.backend.readSync === undefined) {
    const text = `tensor(..., size=${formatShape(x.shape)}, backend='${x.backend.name}'`;
    return addSuffixes(text, suffixes);
  }
  if (x.size === 0) return addSuffixes('tensor([]', suffixes);
  const summarize = x.size > threshold;
  const shown = summarize ? edges(x) : read(x);
  const format = isFloating(x.dtype) ? floatFormat(shown) : wholeFormat(x.dtype, shown);
  const body = x.ndim === 0 ? format.write(shown[0]!) : lines(x, indent, format, summarize);
  return addSuffixes(`tensor(${body}`, suffixes);
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
  if (x.size === 0 && x.ndim !== 1) suffixes.push(`size=(${x.shape.join(', ')})`);
  const inferred = x.dtype === 'float32' || (x.dtype === 'bool' && x.size > 0);
  if (!inferred) suffixes.push(`dtype=torch.${x.dtype}`);
  if (x.node !== null) suffixes.push(`grad_fn=<${backwardName(x.node.op.name)}>`);
  else if (x.tracked) suffixes.push('requires_grad=True');
  return suffixes;
}

/** PyTorch calls the derivative of `add` `AddBackward0`. */
function backwardName(op: string): string {
  return `${op[0]!.toUpperCase()}${op.slice(1)}Backward0`;
}

function read(x: Tensor): ArrayLike<number> {
  return x.backend.readSync!(x);
}

/** The elements that a summary shows, on which the format is based. */
function edges(x: Tensor): number[] {
  if (x.ndim === 0) return [read(x)[0]!];
  const size = x.shape[0]!;
  const rows =
    size > 2 * edgeItems ? [0, 1, 2, size - 3, size - 2, size - 1] : Array.from({ length: size }, (_, i) => i);
  return rows.flatMap((row) => edges(at(x, row)));
}

function at(x: Tensor, index: number): Tensor {
  return viewOf(x, x.shape.slice(1), x.strides.slice(1), x.offset + index * x.strides[0]!);
}

function lines(x: Tensor, column: number, format: Format, summarize: boolean): string {
  const size = x.shape[0]!;
  const cut = summarize && size > 2 * edgeItems;
  if (x.ndim === 1) {
    const values = read(x);
    const write = (i: number): string => format.write(values[i]!);
    const items = cut
      ? [write(0), write(1), write(2), ' ...', write(size - 3), write(size - 2), write(size - 1)]
      : Array.from({ length: size }, (_, i) => write(i));
    const perLine = Math.max(1, Math.floor((lineWidth - column) / (format.width + 2)));
    const rows: string[] = [];
    for (let i = 0; i < items.length; i += perLine) rows.push(items.slice(i, i + perLine).join(', '));
    return `[${rows.join(`,\n${' '.repeat(column + 1)}`)}]`;
  }
  const part = (i: number): string => lines(at(x, i), column + 1, format, summarize);
  const parts = cut
    ? [part(0), part(1), part(2), '...', part(size - 3), part(size - 2), part(size - 1)]
    : Array.from({ length: size }, (_, i) => part(i));
  return `[${parts.join(`,${'\n'.repeat(x.ndim - 1)}${' '.repeat(column + 1)}`)}]`;
}

function wholeFormat(dtype: DType, values: ArrayLike<number>): Format {
  const write = (value: number): string => (dtype === 'bool' ? (value === 0 ? 'False' : 'True') : String(value));
  return padded(write, values);
}

/** The columns are as wide as the widest of some values. */
function padded(write: (value: number) => string, values: ArrayLike<number>): Format {
  let width = 1;
  for (let i = 0; i < values.length; i++) width = Math.max(width, write(values[i]!).length);
  return { width, write: (value) => write(value).padStart(width) };
}

function floatFormat(values: ArrayLike<number>): Format {
  // Zeros, infinities and NaN have no say in the format or the width.
  const finite = Array.from(values).filter((value) => Number.isFinite(value) && value !== 0);
  const largest = finite.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const smallest = finite.reduce((a, b) => Math.min(a, Math.abs(b)), Number.POSITIVE_INFINITY);
  const whole = finite.every(Number.isInteger);
  let decimal: (value: number) => string;
  if (finite.length > 0 && (largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4)))
    decimal = scientific;
  else if (whole) decimal = (value) => `${withSign(value, (size) => size.toFixed(0))}.`;
  else decimal = fixed;
  const write = (value: number): string => {
    if (Number.isNaN(value)) return 'nan';
    if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
    return decimal(value);
  };
  return padded(write, finite);
}

/** JavaScript writes -0, and what rounds to it, without the sign. */
function withSign(value: number, write: (size: number) => string): string {
  return (value < 0 || Object.is(value, -0) ? '-' : '') + write(Math.abs(value));
}

/**
 * The digits up to the fourth decimal where the rest is exactly half of the last and that is even: JavaScript rounds
 * such numbers up, Python to the even digit.
 */
function roundedDown(exact: string): string | undefined {
  const cut = exact.indexOf('.') + 1 + precision;
  return /^50*$/.test(exact.slice(cut)) && Number(exact[cut - 1]) % 2 === 0 ? exact.slice(0, cut) : undefined;
}

function fixed(value: number): string {
  return withSign(value, (size) => {
    // Only odd multiples of 1/32 lie halfway between two numbers of four decimals.
    const halfway = Number.isInteger(size * 32) ? roundedDown(size.toFixed(precision + 1)) : undefined;
    return halfway ?? size.toFixed(precision);
  });
}

function scientific(value: number): string {
  return withSign(value, (size) => {
    const [mantissa, exponent] = size.toExponential(precision).split('e') as [string, string];
    const halfway = roundedDown(size.toExponential(50).split('e')[0]!);
    return `${halfway ?? mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  });
}

/** Where Node looks for how `console.log` shows an object. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

defineMethod('toString', formatTensor as never);
Object.defineProperty(Tensor.prototype, inspect, {
  value: function (this: Tensor): string {
    return this.toString();
  },
});
