import type { LossKind } from '@kindling/tensor-core/backend';
import { coalesce } from '../layout.js';
import { type Call, Program, type Source } from './program.js';

/** Losses up to this number are summed by one thread, in the kernel that computes them. */
export const FEW_LOSSES = 1024;

/** The losses summed by themselves, so that rounding errors grow slower. */
const BLOCK = 32;

/** The sum of few losses, times a factor. */
export function fewLosses(kind: LossKind, x: Source, target: Source, factor: number): Call {
  const program = new Program();
  const count = x.shape.reduce((size, n) => size * n, 1);
  const walk = coalesce(x.shape, [x.strides, target.strides]);
  const loss = program.function(`loss_${kind}`);
  const [a, t] = [x, target].map((source, k) => {
    const element = program.texture(source.texture);
    return element(`${program.int(source.offset)} + ${program.distance('j', walk.shape, walk.strides[k]!)}`);
  }) as [string, string];
  const n = program.int(count);
  const body = `
  float total = 0.0;
  for (int start = 0; start < ${n}; start += ${BLOCK}) {
    float part = 0.0;
    for (int j = start; j < min(start + ${BLOCK}, ${n}); j++) part += ${loss(a, t)};
    total += part;
  }
  return total * ${program.float(factor)};`;
  return program.call(1, body);
}
