import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure, linePlot, toSvg } from '@kindling/viz';
import { printedBy } from '../measure/processes.ts';
import { findPython } from '../measure/session.ts';
import { duration, times } from '../report/format.ts';
import { asMarkdown, asText } from '../report/table.ts';
import { type Axis, type Growth, sizesOf, usual } from './sizes.ts';

const titles: Readonly<Record<Axis, { title: string; x: string }>> = {
  batch: { title: 'A step, by the rows in a batch', x: 'rows in a batch' },
  width: { title: 'A step, by the width of its layers', x: 'units in a hidden layer' },
  depth: { title: 'A step, by the number of layers', x: 'hidden layers' },
  rows: { title: 'An epoch, by the rows of the table', x: 'rows' },
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** How the cost of training grows, beside PyTorch's, one thread each; prints the tables, and writes a page with a picture. */
export function growthReport(quick: boolean, machine: string, folder: string): number {
  const sizes = sizesOf(quick);
  const limit = quick ? '100' : '1000';
  const python = findPython();
  const ours: Growth[] = [];
  const theirs: Growth[] = [];
  // In turn, so that what else the machine does meets both; the best of each counts.
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    ours.push(
      printedBy(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        here('child.ts'),
        limit,
        JSON.stringify(sizes),
      ]),
    );
    if ('program' in python) {
      const args = [here('../../python/growth.py'), limit, JSON.stringify(sizes), JSON.stringify(usual)];
      theirs.push(printedBy(python.program, args));
    } else if (round === 0) console.error(`PyTorch is left out: ${python.missing}`);
  }
  const axes = Object.keys(titles) as Axis[];
  const of = (found: readonly Growth[], axis: Axis): number[] =>
    sizes[axis].map((_, i) => Math.min(...found.map((growth) => growth[axis][i]!)));
  const tables = axes.map((axis) => {
    const [mine, other] = [of(ours, axis), of(theirs, axis)];
    const rows = sizes[axis].map((size, i) => {
      const before = i === 0 ? '' : grownBy(sizes[axis], mine, i);
      const beside = theirs.length === 0 ? ['–', ''] : [duration(other[i]!), times(other[i]! / mine[i]!)];
      return [size.toLocaleString('en'), duration(mine[i]!), before, ...beside];
    });
    return { axis, mine, other, table: [[titles[axis].x, 'Kindling', 'power', 'PyTorch', 'ratio'], ...rows] };
  });
  for (const { axis, table } of tables) console.log(`\n${titles[axis].title}\n${asText(table)}`);

  const picture = (theme: 'light' | 'dark'): string => {
    const plots = tables.map(({ axis, mine, other }) =>
      linePlot({
        title: titles[axis].title,
        series: [
          { name: 'Kindling', x: sizes[axis], y: mine, marker: 'circle' },
          ...(theirs.length === 0 ? [] : [{ name: 'PyTorch', x: sizes[axis], y: other, marker: 'square' as const }]),
        ],
        xLabel: titles[axis].x,
        yLabel: 'milliseconds',
        xScale: 'log',
        yScale: 'log',
        width: 400,
        height: 320,
        theme,
      }),
    );
    return `${toSvg(figure({ plots, columns: 2 }))}\n`;
  };
  mkdirSync(join(folder, 'public/dark'), { recursive: true });
  writeFileSync(join(folder, 'public/growth.svg'), picture('light'));
  writeFileSync(join(folder, 'public/dark/growth.svg'), picture('dark'));
  const page = join(folder, 'benchmarks-growth.md');
  const sections = tables.map(({ axis, table }) => `## ${titles[axis].title}\n\n${asMarkdown(table)}\n`);
  writeFileSync(
    page,
    `<!-- Written by \`pnpm bench --growth\`; do not edit. -->

# How cost grows

One run of \`pnpm bench --growth${quick ? ' --quick' : ''}\` on ${machine}, one thread each: training steps of a network of ${usual.depth} hidden layers of
${usual.width} units on ${usual.features} features with Adam, batches of ${usual.batch} rows, where one of these grows; and an epoch by \`fit\`, in
shuffled batches. Where a line is straight with a slope of one, twice as much takes twice as long; where it is level, the size is not what costs.

![Time of training steps and epochs against batch, width, depth and rows](/growth.svg)

In the tables, power is the slope of the picture's line from the row before: 0 is level, 1 linear, 2 quadratic. A ratio is PyTorch's time divided by
Kindling's.

${sections.join('\n')}`,
  );
  console.log(`\nWritten: ${page}`);
  return 0;
}

/** The slope between two points of a line in a picture with logarithmic axes. */
function grownBy(sizes: readonly number[], found: readonly number[], i: number): string {
  return (Math.log(found[i]! / found[i - 1]!) / Math.log(sizes[i]! / sizes[i - 1]!)).toFixed(2);
}
