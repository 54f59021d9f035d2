import { expect, test } from 'vitest';
import { parseArguments, UsageError } from './args.ts';

test('flags are read', () => {
  expect(parseArguments([])).toEqual({
    quick: false,
    memory: false,
    tables: false,
    gpu: false,
    growth: false,
    command: false,
    help: false,
    only: undefined,
    out: undefined,
  });
  expect(parseArguments(['--gpu']).gpu).toBe(true);
  expect(parseArguments(['--', '--quick', '--only', 'matmul|step', '--out=x'])).toMatchObject({
    quick: true,
    only: /matmul|step/,
    out: 'x',
  });
});

test.each([
  [['--fast'], "unknown argument '--fast'"],
  [['quick'], "unknown argument 'quick'"],
  [['--quick=1'], "unknown argument '--quick=1'"],
  [['--quick', '--'], "unknown argument '--'"],
  [['--only'], '--only needs a value'],
  [['--only', '('], "--only: '(' is no regular expression"],
])('%j is refused', (args, message) => {
  expect(() => parseArguments(args)).toThrow(new UsageError(message));
});
