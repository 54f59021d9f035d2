import {
  correctedResampledTTest,
  delongTest,
  mcnemarTest,
  proportionInterval,
  rocAucInterval,
  scoresInterval,
} from '@kindling/metrics';
import { describe, expect, test } from 'vitest';
import values from '../values/metrics/intervals.json' with { type: 'json' };

const close = (actual: number, expected: number, part = 1e-12): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(part * Math.max(1, Math.abs(expected)));

describe('intervals and tests equal those of SciPy and pROC', () => {
  test.each(values.proportions)('$k of $n at $confidence', ({ k, n, confidence, wilson, exact }) => {
    const a = proportionInterval(k, n, { confidence });
    close(a.low, wilson[0]!);
    close(a.high, wilson[1]!);
    const b = proportionInterval(k, n, { confidence, method: 'clopper-pearson' });
    close(b.low, exact[0]!);
    close(b.high, exact[1]!);
  });

  test.each(values.delong)('DeLong, case %#', ({ yTrue, a, b, confidence, expected }) => {
    const interval = rocAucInterval(yTrue, a, { confidence });
    close(interval.low, expected.interval[0]!);
    close(interval.estimate, expected.interval[1]!);
    close(interval.high, expected.interval[2]!);
    const compared = delongTest(yTrue, a, b);
    close(compared.areas[0], expected.areas[0]!);
    close(compared.areas[1], expected.areas[1]!);
    close(compared.z, expected.z);
    close(compared.pValue, expected.p);
    expect(delongTest(yTrue, a, a)).toMatchObject({ difference: 0, z: 0, pValue: 1 });
  });

  test.each(values.mcnemar)('McNemar, $onlyA against $onlyB', ({ onlyA, onlyB, exact, corrected }) => {
    const truth = new Array<number>(onlyA + onlyB + 2).fill(1);
    const right = (from: number, to: number): number[] => truth.map((_, i) => Number(i >= from && i < to));
    const both: [number[], number[]] = [right(0, onlyA), right(onlyA, onlyA + onlyB)];
    close(mcnemarTest(truth, ...both, { exact: true }).pValue, exact);
    close(mcnemarTest(truth, ...both, { exact: false }).pValue, corrected);
    expect(mcnemarTest(truth, ...both)).toMatchObject({ onlyA, onlyB, exact: onlyA + onlyB < 25 });
  });

  // SciPy's quantile of one degree of freedom, tan(0.475 pi), is off in its thirteenth digit.
  test.each(values.tTests)('the corrected t-test, case %#', ({ a, b, testOverTrain, confidence, ...expected }) => {
    const result = correctedResampledTTest(a, b, { testOverTrain, confidence });
    close(result.t, expected.t);
    close(result.pValue, expected.p);
    close(result.low, expected.low, 2e-12);
    close(result.high, expected.high, 2e-12);
  });

  test.each(values.tTests)("Student's interval of scores, case %#", ({ a, confidence, student }) => {
    const result = scoresInterval(a, { method: 't', confidence });
    close(result.low, student[0]!, 1e-11);
    close(result.high, student[1]!, 1e-11);
  });
});
