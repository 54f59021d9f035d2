import type { View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocateFloats } from '../memory.js';
import { CHUNK, type Engine } from './engine.js';

/** `exp(x - max) / sum` along the last dimension of a dense float32 view, or, with `log`, the logarithm of that. */
export function softmax(engine: Engine, x: View, log: boolean): Float32Array {
  const out = allocateFloats(x.size);
  const columns = x.shape.at(-1) ?? 1;
  if (x.size === 0) return out;
  const values = valuesOf(x) as Float32Array;
  if (columns > CHUNK) {
    for (let at = 0; at < x.size; at += columns) longRow(engine, values, x.offset + at, columns, log, out, at);
    return out;
  }
  const { kernels, base } = engine;
  const step = Math.floor(CHUNK / columns) * columns;
  for (let i = 0; i < x.size; i += step) {
    const n = Math.min(step, x.size - i);
    engine.load(values, x.offset + i, n, base);
    kernels.softmax(base, n / columns, columns, Number(log));
    engine.store(base, n, out, i);
  }
  return out;
}

/** A row that is longer than a chunk, in three passes. */
function longRow(
  engine: Engine,
  values: Float32Array,
  from: number,
  length: number,
  log: boolean,
  out: Float32Array,
  to: number,
): void {
  const { kernels, base } = engine;
  let most = Number.NEGATIVE_INFINITY;
  chunks(length, (i, n) => {
    engine.load(values, from + i, n, base);
    most = kernels.largest(base, n, most);
  });
  let sum = 0;
  chunks(length, (i, n) => {
    engine.load(values, from + i, n, base);
    sum += kernels.sumOfExp(base, n, most, log ? 0 : base);
    if (!log) engine.store(base, n, out, to + i);
  });
  chunks(length, (i, n) => {
    if (log) engine.load(values, from + i, n, base);
    else engine.load(out, to + i, n, base);
    if (log) kernels.subtract(base, n, most, Math.log(sum));
    else kernels.divide(base, n, sum);
    engine.store(base, n, out, to + i);
  });
}

function chunks(length: number, visit: (from: number, n: number) => void): void {
  for (let i = 0; i < length; i += CHUNK) visit(i, Math.min(CHUNK, length - i));
}
