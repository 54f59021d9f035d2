import * as nn from '@kindling/nn';
import { type DType, type Tensor, tensor } from '@kindling/tensor-core';
import { expect } from 'vitest';
import { tally } from '../numbers/ledger.js';

/** Values as the files have them. */
export interface Packed {
  shape: number[];
  values: (number | string)[];
}

export type Dtype = 'float32' | 'float64';
/** The section of the page about the numbers. */
export const section = 'Layers, losses, initialisers';
const tolerances = { float32: 2e-6, float64: 1e-12 } as const;

/** What was float32 in PyTorch, in any dtype; the file holds nine digits, which lead back to the float32 values. */
export function unpack({ shape, values }: Packed, dtype: DType): Tensor {
  return tensor(values.map(Number).map(Math.fround), { dtype }).reshape(shape).clone();
}

/**
 * Elements agree within the tolerance, relative to their size; small ones relative to a part of the largest (at most of
 * 1): in float32 all of it for gradients, in which terms cancel, and a tenth for the rest; in float64 a hundredth.
 */
export function expectClose(
  subject: string,
  actual: Tensor | null,
  expected: Packed | null,
  dtype: Dtype,
  what: string,
  tolerance: number = tolerances[dtype],
): void {
  if (expected === null) return;
  expect(actual?.shape, what).toEqual(expected.shape);
  const wanted = expected.values.map(Number);
  const largest = wanted.reduce((max, x) => (Number.isFinite(x) ? Math.max(max, Math.abs(x)) : max), 0);
  const part = dtype === 'float64' ? 0.01 : what.startsWith('gradient') ? 1 : 0.1;
  const small = Math.min(largest, 1) * part;
  const got = actual!.dataSync();
  let worst = 0;
  wanted.forEach((value, i) => {
    const found = got[i]!;
    if (Object.is(found, value) || found === value) return;
    const off = Math.abs(found - value) / Math.max(Math.abs(value), small);
    if (!(off < tolerance)) {
      expect.fail(`${what}: element ${i} is ${found}, PyTorch's is ${value} (off by ${off.toExponential(2)})`);
    }
    worst = Math.max(worst, off);
  });
  tally(section, `${subject}, ${dtype}`, { tolerance, values: wanted.length, worst });
}

type Make = new (...args: never[]) => nn.Module<Tensor[]>;

/** A module of nn by its name. */
export function create(name: string, args: readonly unknown[]): nn.Module<Tensor[]> {
  // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the cases name what they test.
  const Class = nn[name as 'ReLU'] as unknown as Make;
  return new Class(...(args as never[]));
}

/** What a case is called. */
export const title = (name: string, args: unknown): string => `${name} ${JSON.stringify(args)}`;
