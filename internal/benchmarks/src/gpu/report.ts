/** What `pnpm bench --gpu` prints and writes. */
import type { Outcome, Outcomes, PageResult } from './page.ts';
import { growing, makeTask, PRODUCT, type TaskName } from './task.ts';

/** How many times faster than TensorFlow.js' webgl backend a step is meant to be. */
const GOALS: Readonly<Record<TaskName, number>> = { blobs: 2.5, 'sonar wide': 2, CNN: 1.5, circles: 1.5 };

const OURS = 'Kindling webgl2';
const THEIRS = 'tfjs webgl';

const time = (milliseconds: number): string => {
  const digits = milliseconds < 0.1 ? 3 : milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0;
  return milliseconds.toFixed(digits);
};

const stepOf = (outcome: Outcome | undefined): number =>
  outcome === undefined || 'failed' in outcome ? Number.NaN : outcome.step;

const ratio = (value: number): string => (Number.isNaN(value) ? '' : `${value.toFixed(2)}`);

function cell(outcome: Outcome | undefined): string {
  if (outcome === undefined) return '';
  if ('failed' in outcome) return outcome.endless ? '> 60 s' : 'failed';
  return `${time(outcome.step)} (${outcome.launches})`;
}

/** The largest difference of losses to those of the CPU, relative. */
function difference(outcome: Outcome | undefined, trusted: Outcome | undefined): string {
  if (outcome === undefined || trusted === undefined || 'failed' in outcome || 'failed' in trusted) return '';
  const all = outcome.losses.map((loss, i) => Math.abs(loss - trusted.losses[i]!) / Math.abs(trusted.losses[i]!));
  return Math.max(...all).toExponential(0);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((text, i) => text.padEnd(widths[i]!)).join(' | ')} |`;
  return [line(rows[0]!), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}

/** The tables, as Markdown, which reads well in a terminal too. */
export function gpuTables({ outcomes }: PageResult): string {
  const tasks = Object.keys(outcomes) as TaskName[];
  const names = Object.keys(outcomes[tasks[0]!] ?? {});
  const steps = [['', ...names], ...tasks.map((task) => [task, ...names.map((name) => cell(outcomes[task]![name]))])];
  const compared = tasks.map((task) => {
    const of = outcomes[task]!;
    const ours = of[OURS];
    const first = ours === undefined || 'failed' in ours ? '' : `${Math.round(ours.first)} ms`;
    const gain = ratio(stepOf(of[THEIRS]) / stepOf(ours));
    return [task, gain, String(GOALS[task]), difference(ours, of['Kindling CPU']), first];
  });
  const heads = [
    '',
    `times faster than ${THEIRS}`,
    'goal',
    'losses differ from the CPU’s by',
    'first step, with compiling',
  ];
  return `${table(steps)}\n\n${table([heads, ...compared])}`;
}

/** Billions of operations a second in a product of matrices. */
function productTable({ product }: PageResult): string {
  const [m, k, n] = PRODUCT;
  const names = Object.keys(product);
  const speeds = names.map((name) => {
    const step = stepOf(product[name]);
    return Number.isNaN(step) ? 'failed' : ((2 * m * k * n) / step / 1e6).toFixed(1);
  });
  return table([
    ['', ...names],
    [`${m} x ${k} x ${n}`, ...speeds],
  ]);
}

/** The smallest size from which on one of the others is faster than the first, in words. */
function fromWhere(bySize: Readonly<Record<number, Outcomes>>): string {
  const sizes = Object.keys(bySize).map(Number);
  const [first, ...others] = Object.keys(bySize[sizes[0]!]!);
  return others
    .map((name) => {
      const faster = sizes.map((size) => stepOf(bySize[size]![name]) < stepOf(bySize[size]![first!]));
      const from = sizes[faster.lastIndexOf(false) + 1];
      return from === undefined
        ? `${name} is slower than ${first} up to ${sizes.at(-1)}`
        : `${name} is faster than ${first} from ${from} on`;
    })
    .join('; ');
}

/** Steps of networks that grow. */
function grownTables({ grown }: PageResult): string {
  return Object.entries(grown)
    .map(([kind, bySize]) => {
      const names = Object.keys(Object.values(bySize)[0]!);
      const rows = Object.entries(bySize).map(([size, of]) => [size, ...names.map((name) => cell(of[name]))]);
      const { title } = growing[kind as keyof typeof growing];
      return `${title}:\n\n${table([[kind === 'layers' ? 'width' : kind, ...names], ...rows])}\n\n${fromWhere(bySize)}.`;
    })
    .join('\n\n');
}

/** Those who could not train something, and why. */
function failures({ outcomes, product }: PageResult): string[] {
  return Object.entries({ ...outcomes, 'a product': product }).flatMap(([task, of]) =>
    Object.entries(of).flatMap(([name, outcome]) =>
      'failed' in outcome ? [`- ${name}, ${task}: ${outcome.failed.split('\n')[0]!.slice(0, 200)}`] : [],
    ),
  );
}

/** `docs/benchmarks-gpu.md`. */
export function gpuPage(result: PageResult, versions: Readonly<Record<string, string>>, machine: string): string {
  const { device, software, browser, outcomes } = result;
  const chromium = /Chrome\/([\d.]+)/.exec(browser)?.[1] ?? browser;
  const titles = (Object.keys(outcomes) as TaskName[]).map((name) => `- ${name}: ${makeTask(name).title}.`);
  const kind = software
    ? 'This is a software device: a program that does what a GPU would, on the CPU. It tells which library asks less of a GPU, not how fast a GPU is.'
    : 'This is a GPU.';
  return `# Benchmarks on a GPU

Made by \`pnpm bench --gpu\`, which runs all of it in one page, one after the other and in turns. On another machine the same
command measures that one.

- Device: ${device}. ${kind}
- ${machine}, Chromium ${chromium}.
- ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.

## A training step

Milliseconds, and in brackets how many times a step starts something on the device.

${gpuTables(result)}

${titles.join('\n')}
${failures(result)
  .map((line) => `\n${line}`)
  .join('')}

## A product

Billions of additions and multiplications a second.

${productTable(result)}

## From where on a GPU pays

Milliseconds a training step, and launches, of networks that grow.

${grownTables(result)}
`;
}
