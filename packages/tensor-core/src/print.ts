import { defineMethod } from './define-op.js';
import { isFloating } from './dtype.js';
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
 * Writes a tensor as PyTorch does: four decimals, scientific notation for wide ranges, `...` beyond 1000 elements.
 *
 * @example
 * ```ts
 * import { formatTensor, tensor } from '@kindling/tensor-core';
 * console.log(formatTensor(tensor([0.5, 1000]))); // => tensor([5.0000e-01, 1.0000e+03])
 * ```
 */
export function formatTensor(x: Tensor): string {
  const suffix = describe(x);
  if (x.backend.readSync === undefined)
    return `tensor(..., size=${formatShape(x.shape)}, backend='${x.backend.name}'${suffix})`;
  if (x.size === 0) {
    const size = x.ndim === 1 ? '' : `, size=(${x.shape.join(', ')})`;
    return `tensor([]${size}${suffix})`;
  }
  const summarize = x.size > threshold;
  const shown = summarize ? edges(x) : read(x);
  const format = x.dtype === 'bool' ? boolFormat : isFloating(x.dtype) ? floatFormat(shown) : intFormat(shown);
  const body = x.ndim === 0 ? format.write(shown[0]!) : lines(x, indent, format, summarize);
  const last = body.slice(body.lastIndexOf('\n') + 1);
  const start = body.includes('\n') ? last.length : indent + last.length;
  return `tensor(${body}${suffixFor(suffix, start)})`;
}

/** Suffixes go to a line of their own where they would run past the width. */
function suffixFor(suffix: string, start: number): string {
  if (suffix === '') return '';
  return start + suffix.length + 1 > lineWidth ? `,\n${' '.repeat(indent)}${suffix.slice(2)}` : suffix;
}

function describe(x: Tensor): string {
  let suffix = '';
  const inferred = x.dtype === 'float32' || x.dtype === 'bool';
  if (!inferred || (x.size === 0 && x.dtype !== 'float32')) suffix += `, dtype=torch.${x.dtype}`;
  if (x.node !== null) suffix += `, grad_fn=<${backwardName(x.node.op.name)}>`;
  else if (x.tracked) suffix += ', requires_grad=True';
  return suffix;
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

const boolFormat: Format = { width: 5, write: (value) => (value === 0 ? 'False' : 'True').padStart(5) };

function intFormat(values: ArrayLike<number>): Format {
  let width = 1;
  for (let i = 0; i < values.length; i++) width = Math.max(width, String(values[i]).length);
  return { width, write: (value) => String(value).padStart(width) };
}

function floatFormat(values: ArrayLike<number>): Format {
  const finite: number[] = [];
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i]) && values[i] !== 0) finite.push(Math.abs(values[i]!));
  const largest = finite.reduce((a, b) => Math.max(a, b), 0);
  const smallest = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const whole = finite.every((value) => Math.ceil(value) === value);
  let decimal: (value: number) => string;
  if (finite.length > 0 && (largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4)))
    decimal = scientific;
  else if (whole) decimal = (value) => `${fixed(value, 0)}.`;
  else decimal = (value) => fixed(value, precision);
  const write = (value: number): string => {
    if (Number.isNaN(value)) return 'nan';
    if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
    return decimal(value);
  };
  let width = 1;
  for (let i = 0; i < values.length; i++) {
    // The whole-number format of PyTorch leaves room for the point, which inf and nan do not have.
    if (finite.length > 0 && (values[i] === 0 || Number.isFinite(values[i])))
      width = Math.max(width, write(values[i]!).length);
  }
  for (let i = 0; i < values.length; i++) width = Math.max(width, write(values[i]!).length);
  return { width, write: (value) => write(value).padStart(width) };
}

function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Object.is(value, -0) || (value < 0 && !text.startsWith('-')) ? `-${text.replace('-', '')}` : text;
}

function scientific(value: number): string {
  const [mantissa, exponent] = value.toExponential(precision).split('e') as [string, string];
  const digits = exponent.slice(1).padStart(2, '0');
  return `${Object.is(value, -0) ? '-' : ''}${mantissa}e${exponent[0]}${digits}`;
}

/** Where Node looks for how `console.log` shows an object. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

defineMethod('toString', formatTensor as never);
Object.defineProperty(Tensor.prototype, inspect, {
  value: function (this: Tensor): string {
    return formatTensor(this);
  },
});
