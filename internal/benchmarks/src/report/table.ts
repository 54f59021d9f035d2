import type { Cell } from '../measure/round-robin.ts';
import { duration, times } from './format.ts';
import { disagreement, disagreements, KNOWN_DIFFERENCES, ours, type Result, type Row, timeOf } from './result.ts';
import { targets } from './targets.ts';

/** A table of texts; the first row is its head. */
export type Table = readonly (readonly string[])[];

/** Kindling's own participants. */
const OURS = /^(kindling|wide|native)/;

/** All work by all participants: times, and how many times as fast Kindling is. */
export function mainTable(result: Result): Table {
  return workTable(
    result,
    result.rows.filter(({ section }) => section === undefined),
  );
}

/** Some of the work, by all participants that have times for it. */
export function workTable(result: Result, rows: readonly Row[]): Table {
  const shown = result.participants.filter(({ id }) => rows.some((row) => row.cells.get(id)?.kind === 'timed'));
  return [
    ['work', ...shown.map(({ name }) => name)],
    ...rows.map((row) => [row.title, ...shown.map(({ id, threads }) => cellText(result, row, id, threads))]),
  ];
}

function cellText(result: Result, row: Row, id: string, threads: number): string {
  const cell = row.cells.get(id);
  if (cell?.kind !== 'timed') return reasonText(cell);
  const mine = timeOf(result, row.id, ours(threads)) ?? timeOf(result, row.id, 'kindling');
  const apart = disagreement(row, id);
  const mark = apart !== undefined && apart > row.tolerance ? ' ≠' : '';
  const ratio = OURS.test(id) || mine === undefined ? '' : ` (${times(cell.ms / mine)})`;
  return duration(cell.ms) + ratio + mark;
}

function reasonText(cell: Cell | undefined): string {
  if (cell?.kind === 'too slow') return `> ${duration(cell.limitMs)}`;
  if (cell?.kind === 'left out') return 'left out';
  return cell?.kind === 'failed' ? 'failed' : '–';
}

/** The speeds that Kindling is held to. */
export function targetTable(result: Result): Table {
  return [
    ['work', 'against', 'at least', 'measured', ''],
    ...targets(result).map(({ work, against, atLeast, ratio }) => [
      work,
      against,
      `${atLeast}×`,
      ratio === undefined ? '–' : times(ratio),
      ratio === undefined ? 'not measured' : ratio >= atLeast ? 'met' : 'not met',
    ]),
  ];
}

/** Fresh processes. */
export function startUpTable(result: Result): Table {
  const mine = result.startUp.find(({ id }) => id === 'kindling')?.ms;
  return [
    ['start-up', 'time', 'against Kindling'],
    ...result.startUp.map(({ id, title, ms }) => [
      title,
      typeof ms === 'number' ? duration(ms) : ms,
      typeof ms === 'number' && typeof mine === 'number' && !['kindling', 'version', 'node'].includes(id)
        ? times(ms / mine)
        : '',
    ]),
  ];
}

/** What a reader of the tables should know. */
export function footnotes(result: Result): string[] {
  const notes = [
    'A ratio is a time divided by that of Kindling with as many threads: above 1 Kindling is faster.',
    `Each time is the median of ${result.quick ? 'up to 5' : 'up to 11'} blocks, run in turn with the other competitors', each in its own process.`,
    'Training starts from the same weights everywhere; the losses of the first steps, and elements of the other results, were compared with Kindling’s.',
  ];
  if (result.versions.has('pytorch')) {
    notes.push(
      'PyTorch computes with the OpenBLAS kernels of this machine: settings that would choose others (`OPENBLAS_CORETYPE`, `OPENBLAS_L2_SIZE`) are not handed on, and where it does not know the processor, which it then takes for its oldest, it is told. The goals of the large products (0.52× and 0.55×) were set against kernels for AVX2; where a core has AVX-512, its own kernels are up to twice as fast, and those goals are then missed by as much.',
    );
  }
  const wrong = disagreements(result);
  notes.push(...(wrong.length === 0 ? ['All results that can be compared agree.'] : wrong));
  for (const [id, note] of Object.entries(KNOWN_DIFFERENCES)) {
    if (result.versions.has(id)) notes.push(note);
  }
  if (result.versions.has('tfjs-wasm')) {
    notes.push(
      'TensorFlow.js has no threads in Node (`WASM_HAS_MULTITHREAD_SUPPORT` is false there), nor has jax-js, which looks for web workers.',
    );
  }
  const leftOut = result.participants.filter(({ id }) => result.rows.some((r) => r.cells.get(id)?.kind === 'left out'));
  if (leftOut.length > 0) notes.push('“left out”: takes seconds a repetition, so it runs without `--quick` only.');
  for (const { id, name } of result.participants) {
    const failure = result.failures.get(id);
    if (failure !== undefined) notes.push(`${name} did not run: ${failure}.`);
    else notes.push(...cellFailures(result, id, name));
  }
  return notes;
}

function cellFailures(result: Result, id: string, name: string): string[] {
  return result.rows.flatMap(({ id: row, cells }) => {
    const cell = cells.get(id);
    return cell?.kind === 'failed' ? [`${name} failed at ${row}: ${cell.reason}.`] : [];
  });
}

/** Columns of equal width for a terminal. */
export function asText(table: Table): string {
  const widths = table[0]!.map((_, j) => Math.max(...table.map((row) => row[j]!.length)));
  return table
    .map((row) =>
      row
        .map((text, j) => (j === 0 ? text.padEnd(widths[j]!) : text.padStart(widths[j]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A Markdown table, columns of numbers to the right. */
export function asMarkdown(table: Table): string {
  const [head, ...body] = table;
  const line = (cells: readonly string[]): string => `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
  const numbers = head!.map((_, j) => j > 0 && body.some((row) => /^\d/.test(row[j]!)));
  return [line(head!), `|${numbers.map((right) => (right ? '---:|' : '---|')).join('')}`, ...body.map(line)].join('\n');
}
