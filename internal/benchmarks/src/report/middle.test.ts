import { expect, test } from 'vitest';
import { participants } from '../competitors/index.ts';
import type { Cell } from '../measure/round-robin.ts';
import { middleGoals, middleTable } from './middle.ts';
import type { Result, Row } from './result.ts';

const timed = (ms: number, more = {}): Cell => ({ kind: 'timed', ms, rounds: 3, values: [1], ...more });

function row(title: string, cells: Record<string, Cell>): Row {
  const id = `middle: ${title}`;
  return { id, title, tolerance: 1e-4, relu: false, section: 'middle', cells: new Map(Object.entries(cells)) };
}

const pytorch = { pytorch: timed(1), 'pytorch-2': timed(0.6) };
const result: Result = {
  quick: true,
  machine: 'two cores',
  participants,
  versions: new Map(),
  failures: new Map(),
  rows: [
    row('gt on 1e6', { ...pytorch, kindling: timed(1), 'kindling-2': timed(1), 'tfjs-wasm': timed(2) }),
    row('erf on 1e6', { ...pytorch, kindling: timed(1), 'kindling-2': timed(1), 'tfjs-wasm': timed(0.9) }),
    row('relu on 1e6', {
      ...pytorch,
      kindling: timed(4, {
        profile: [
          ['kernels', 0.6],
          ['set', 0.38],
          ['copy', 0.02],
        ],
      }),
      'kindling-2': timed(1),
    }),
    row('sort on 1e6', { kindling: timed(1) }),
    row('MLP step: x', {
      ...pytorch,
      kindling: timed(2),
      'kindling-2': timed(2),
      wide: timed(1),
      'wide-2': timed(0.5),
    }),
  ],
  startUp: [],
};

test('goals are met by both numbers of threads and against every peer, and where not, the profile says why', () => {
  const [, ...lines] = middleGoals(result);
  expect(lines).toEqual([
    ['gt on 1e6', '0.5×, 0.5×', '1.00×, 0.60×', '2.00×', 'met', ''],
    ['erf on 1e6', '0.5×, 0.5×', '1.00×, 0.60×', '0.90×', 'not met', ''],
    ['relu on 1e6', '0.8×, 1×', '0.25×, 0.60×', '–', 'not met', 'kernels 60 %, set 38 %'],
    ['sort on 1e6', '0.5×, 0.5×', '–, –', '–', 'not measured', ''],
    ['MLP step: x', '0.85×, 1×', '1.00×, 1.20×', '–', 'met', ''],
  ]);
});

test('the table has those who were timed', () => {
  const [head, ...lines] = middleTable(result);
  expect(head).toContain('TensorFlow.js wasm');
  expect(head).not.toContain('brain.js');
  expect(lines).toHaveLength(5);
});
