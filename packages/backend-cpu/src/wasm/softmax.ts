import type { View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocateFloats } from '../memory.js';
import { CHUNK, type Engine } from './engine.js';
import { SLACK } from './operands.js';

/** `exp(x - max) / sum` along the last dimension of a dense float32 view, or, with `log`, the logarithm of that. */
export function softmax(engine: Engine, x: View, log: boolean): Float32Array {
  const out = allocateFloats(x.count);
  const columns = x.shape.at(-1) ?? 1;
  const step = Math.max(1, Math.floor(CHUNK / columns)) * columns;
  engine.reserve(step * 4 + SLACK);
  const { kernels, base } = engine;
  for (let i = 0; i < x.count; i += step) {
    const n = Math.min(step, x.count - i);
    engine.load(valuesOf(x) as Float32Array, x.offset + i, n, base);
    kernels.softmax(base, n / columns, columns, Number(log));
    engine.store(base, n, out, i);
  }
  return out;
}
