import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, inject, vi } from 'vitest';
import { ulps } from '../../../../packages/backend-cpu/src/testing/ulps.js';
import type { Tolerance } from '../ops/compare.js';
import type { Case } from '../ops/replay.js';
import { ledger, tally } from './ledger.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where scripts/report.mjs wants what was counted. */
    numbersFolder: string;
  }
}

/** The case of an operation that is being run. */
let current: Case | undefined;

vi.mock('../ops/replay.js', async (load) => {
  const original = await load<typeof import('../ops/replay.js')>();
  const replay = (given: Case): Promise<string | null> => {
    current = given;
    return original.replay(given);
  };
  return { ...original, replay };
});

vi.mock('../ops/compare.js', async (load) => {
  const original = await load<typeof import('../ops/compare.js')>();
  const difference: typeof original.difference = (got, want, tolerance, largestTerm = 0) => {
    const wrong = original.difference(got, want, tolerance, largestTerm);
    if (wrong === null) count(got, want, tolerance, largestTerm);
    return wrong;
  };
  return { ...original, difference };
});

function count(got: ArrayLike<number>, want: ArrayLike<number>, allowed: Tolerance, largestTerm: number): void {
  const { relative, ofLargest = 0, ulps: most = 0, underflow = 0 } = allowed;
  const unit = most > 0 ? 'ulp' : 'relative';
  const largest = Array.from(want).reduce((max, x) => (Number.isFinite(x) ? Math.max(max, Math.abs(x)) : max), 0);
  const term = ofLargest * Math.max(largest, largestTerm);
  let worst = 0;
  for (let i = 0; i < want.length; i++) {
    const [x, y] = [got[i]!, want[i]!];
    const off = Math.abs(x - y);
    // Where terms cancel, the tolerance is of the largest element; so is the difference.
    if (!(off > underflow)) continue;
    if (unit === 'ulp') worst = Math.max(worst, Math.min(ulps(x, y), term > 0 ? (most * off) / term : Infinity));
    else worst = Math.max(worst, off / Math.max(Math.abs(y), term / relative));
  }
  const tolerance = unit === 'ulp' ? most : relative;
  const kinds = current!.in.concat(current!.out).map(({ t }) => t);
  const what =
    tolerance === 0
      ? 'moved, chosen, compared, counted'
      : unit === 'ulp'
        ? 'one rounding, float32'
        : `functions, reductions, products, gradients, ${kinds.includes('f32') ? 'float32' : 'float64'}`;
  tally('Operations', what, { unit, tolerance, values: want.length, worst, at: current!.op, of: current });
}

afterAll(() => {
  const { testPath } = expect.getState();
  writeFileSync(join(inject('numbersFolder'), `${basename(testPath!)}.json`), JSON.stringify(ledger()));
});
