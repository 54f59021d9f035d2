import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectSame, keepCurves, tally } from '../../../../internal/conformance/src/numbers/ledger.js';
import { kindling, temporaryFolder } from '../run.test-helper.js';

/** Reads what internal/conformance/python/workflows.py made with PyTorch and scikit-learn. */
function reference<T>(name: string): T[] {
  return JSON.parse(
    readFileSync(join(import.meta.dirname, `../../../../internal/conformance/values/workflows/${name}.json`), 'utf8'),
  ) as T[];
}

async function demo<T>(task: string, ...flags: string[]): Promise<T> {
  const { out, err, code } = await kindling(
    'demo',
    task,
    '--rng',
    'torch',
    '--json',
    '--out',
    temporaryFolder(),
    ...flags,
  );
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as T;
}

function largestRelativeDifference(actual: readonly number[], expected: readonly number[]): number {
  expect(actual.length).toBeGreaterThanOrEqual(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(actual[i]! - value) / Math.abs(value)));
}

/** The section of the page about the numbers. */
const part = 'Workflows';
const rowsOf = 'Sonar: split and folds, row by row';

function expectClose(what: string, actual: readonly number[], expected: readonly number[], tolerance: number): void {
  const worst = largestRelativeDifference(actual, expected);
  expect(worst).toBeLessThan(tolerance);
  tally(part, what, { tolerance, values: expected.length, worst });
}

function expectNear(what: string, actual: number, expected: number, tolerance: number): void {
  const worst = Math.abs(actual - expected);
  expect(worst).toBeLessThan(tolerance);
  tally(part, what, { unit: 'absolute', tolerance, values: 1, worst });
}

interface Blobs {
  seed: number;
  n: number;
  loss: number[];
  gradient: number[];
  update: number[];
  accuracy: number;
  class1: number;
  class0: number;
}

interface Folds {
  folds: number[][];
  accuracy: number[];
  loss: number[][];
}

interface Sonar {
  seed: number;
  epochs: number;
  train: number[];
  test: number[];
  cv: { wide: Folds; deep: Folds };
  winner: string;
  final: { accuracy: number; auc: number; probabilities: number[] };
}

interface SonarResult extends Sonar {
  split: { train: number[]; test: number[] };
}

describe('demo blobs is PyTorch to 1e-5', () => {
  it.each(reference<Blobs>('blobs').map((own) => [own.seed, own.n, own] as const))(
    'seed %i, %i points',
    async (seed, n, expected) => {
      const result = await demo<Blobs & { meanPrediction: { class1: number; class0: number } }>(
        'blobs',
        '--seed',
        String(seed),
        '--n',
        String(n),
      );
      for (const key of ['loss', 'gradient', 'update'] as const) {
        expect(result[key]).toHaveLength(expected[key].length);
        expectClose('two blobs: loss, gradient, update of 100 steps', result[key], expected[key], 1e-5);
      }
      keepCurves({ name: `blobs, seed ${seed}, ${n} points`, ours: result.loss, theirs: expected.loss });
      expect(result.accuracy).toBe(expected.accuracy);
      expect(result.meanPrediction.class1).toBeCloseTo(expected.class1, 5);
      expect(result.meanPrediction.class0).toBeCloseTo(expected.class0, 5);
    },
  );
});

describe('demo sonar is PyTorch and scikit-learn', () => {
  it.each(reference<Sonar>('sonar').map((own, i) => [own.seed, i === 0, own] as const))(
    'seed %i: the same rows, losses to 1e-4 for 50 epochs (all 300: %s)',
    { timeout: 180_000 },
    async (seed, full, expected) => {
      const result = await demo<SonarResult>('sonar', '--seed', String(seed), '--epochs', full ? '300' : '50');
      expect(result.split).toEqual({ train: expected.train, test: expected.test });
      expectSame(part, rowsOf, [...result.split.train, ...result.split.test], [...expected.train, ...expected.test]);
      for (const design of ['wide', 'deep'] as const) {
        const [ours, theirs] = [result.cv[design], expected.cv[design]];
        expect(ours.folds).toEqual(theirs.folds);
        for (const [i, curve] of theirs.loss.entries()) {
          expectSame(part, rowsOf, ours.folds[i]!, theirs.folds[i]!);
          expectClose('Sonar: losses of the first 50 epochs of every fold', ours.loss[i]!, curve, 1e-4);
          const name = `sonar, seed ${seed}, ${design}, fold ${i + 1}`;
          keepCurves({ name, ours: ours.loss[i]!.slice(0, curve.length), theirs: curve });
        }
        // One row of a fold of 29; of the best epoch, so only where all epochs were run.
        if (full)
          for (const [i, accuracy] of theirs.accuracy.entries())
            expectNear('Sonar: accuracy of every fold (one of 29 rows)', ours.accuracy[i]!, accuracy, 1.01 / 29);
      }
      if (!full) return;
      expect(result.winner).toBe(expected.winner);
      expectNear('Sonar: AUC of the final network', result.final.auc, expected.final.auc, 0.01);
      const { accuracy } = expected.final;
      expectNear('Sonar: accuracy of the final network (one of 63 rows)', result.final.accuracy, accuracy, 1.01 / 63);
    },
  );
});
