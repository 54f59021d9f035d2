import { expect, test } from 'vitest';
import { participants } from '../competitors/index.ts';
import type { Cell } from '../measure/round-robin.ts';
import { ratioChart } from './chart.ts';
import { markdownPage } from './markdown.ts';
import { disagreements, type Result, type Row } from './result.ts';
import { asMarkdown, asText, mainTable } from './table.ts';
import { targets } from './targets.ts';

const timed = (ms: number, values: readonly number[] = [1, 2]): Cell => ({ kind: 'timed', ms, rounds: 5, values });

function row(id: string, cells: Record<string, Cell>): Row {
  return { id, title: id, tolerance: 1e-4, relu: !id.startsWith('blobs'), cells: new Map(Object.entries(cells)) };
}

function resultOf(rows: Row[]): Result {
  return {
    quick: true,
    machine: 'two cores',
    participants,
    versions: new Map([['kindling', '1.0.0']]),
    failures: new Map([['brain', 'it is not there']]),
    rows,
    startUp: [
      { id: 'kindling', title: 'Kindling', ms: 30 },
      { id: 'pytorch-import', title: 'PyTorch', ms: 750 },
    ],
  };
}

const result = resultOf([
  row('blobs step', {
    kindling: timed(0.01),
    pytorch: timed(0.2),
    'pytorch-2': timed(0.11),
    jax: timed(0.05),
    loops: timed(0.03),
  }),
  row('circles step', { kindling: timed(60), 'kindling-2': timed(35), pytorch: timed(40), 'pytorch-2': timed(30) }),
  row('matmul 1024', { kindling: timed(40), 'kindling-2': timed(20), pytorch: { kind: 'too slow', limitMs: 1 } }),
]);

test('a target is the ratio of two medians', () => {
  const ratios = targets(result).map(({ work, against, ratio }) => [`${work} / ${against}`, ratio?.toFixed(2)]);
  expect(Object.fromEntries(ratios)).toMatchObject({
    'blobs step / PyTorch, at its better number of threads': '11.00',
    'blobs step / the fastest JavaScript competitor (plain loops)': '3.00',
    'circles step, one thread / PyTorch, one thread': '0.67',
    'circles step, two threads / PyTorch, at its better number of threads': '0.86',
    'matmul 1024, two threads / ours, one thread': '2.00',
    "import, cpu(), first training step / PyTorch's import": '25.00',
  });
  expect(targets(result).filter(({ ratio }) => ratio === undefined)).not.toHaveLength(0);
});

test('the page says what is met, what is not, and what was not measured', () => {
  const page = markdownPage(result);
  expect(page).toContain('| blobs step | PyTorch, at its better number of threads | 10× | 11.0× | met |');
  expect(page).toContain(
    '| circles step, two threads | PyTorch, at its better number of threads | 1× | 0.86× | not met |',
  );
  expect(page).toContain('| sigmoid on 1e6 | plain loop | 6× | – | not measured |');
  expect(page).toContain('- brain.js did not run: it is not there.');
  expect(page).toContain('All results that can be compared agree.');
});

test('a ratio compares with as many threads', () => {
  const [head, blobs, circles] = mainTable(result);
  expect(head).toEqual([
    'work',
    'Kindling',
    'Kindling, 2 threads',
    'PyTorch',
    'PyTorch, 2 threads',
    'jax-js wasm, jit',
    'plain loops',
  ]);
  expect(blobs).toEqual([
    'blobs step',
    '10.0 µs',
    '–',
    '200 µs (20.0×)',
    '110 µs (11.0×)',
    '50.0 µs (5.00×)',
    '30.0 µs (3.00×)',
  ]);
  expect(circles!.slice(1, 5)).toEqual(['60.0 ms', '35.0 ms', '40.0 ms (0.67×)', '30.0 ms (0.86×)']);
});

test('results that differ are told, and known differences are not', () => {
  const cells = { kindling: timed(1), jax: timed(1, [1, 2.001]), 'js-pytorch': timed(1, [5, 5]), brain: timed(1, []) };
  expect(disagreements(resultOf([row('sonar wide step', cells)]))).toEqual([
    'sonar wide step: jax-js wasm, jit and Kindling differ by 5.0e-4, more than 0.0001',
  ]);
  expect(disagreements(resultOf([row('blobs step', cells)]))).toHaveLength(2);
});

test('the chart has a bar for each competitor that was timed, and stays inside its frame', () => {
  const { marks, width, height } = ratioChart(result);
  const bars = marks.flatMap((mark) => (mark.type === 'rect' && mark.height > 10 ? [mark] : []));
  expect(bars).toHaveLength(4);
  for (const bar of bars) {
    expect(bar.x).toBeGreaterThan(0);
    expect(bar.x + bar.width).toBeLessThan(width);
    expect(bar.y + bar.height).toBeLessThan(height);
  }
});

test('tables are laid out', () => {
  const table = [['work', 'a|b'], ['long name', '1']]; // biome-ignore format: two rows
  expect(asText(table)).toBe('work       a|b\nlong name    1');
  expect(asMarkdown(table)).toBe('| work | a\\|b |\n|---|---:|\n| long name | 1 |');
  expect(asMarkdown([['work', 'against'], ['sum', 'loops']])).toContain('\n|---|---|\n'); // biome-ignore format: as above
});
