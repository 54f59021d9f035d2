import { availableParallelism } from 'node:os';
import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import { type ClassifierOptions, compareClassifiers, type DesignScores } from '@kindling/train';
import type { Context } from '../context.js';
import { plain } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { about } from '../tables/about.js';
import { readFileOrInput, tableOf } from '../tables/read-table.js';
import { measureWords } from '../tables/show-measures.js';
import { checkSeed, twoClasses } from '../train/split.js';
import { stopSignal } from '../train/stop.js';
import type { CvFlags } from './cv.command.js';

/** Compares designs on a table. */
export async function runCv(data: string, flags: CvFlags, context: Context, reporter: Reporter): Promise<void> {
  const signal = stopSignal(context);
  try {
    await compare(data, flags, { context, reporter, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    reporter.progress(1, '');
    context.process.stderr.write('Stopped.\n');
    context.exitCode = 130;
  }
}

async function compare(
  data: string,
  flags: CvFlags,
  {
    context,
    reporter,
    signal,
  }: { readonly context: Context; readonly reporter: Reporter; readonly signal: AbortSignal },
): Promise<void> {
  const started = performance.now();
  const { target, drop = [], group, folds, by, seed, rng, positive } = flags;
  checkSeed(seed, rng);
  const file = await readFileOrInput(data, context.process.stdin);
  const table = await about(file.name, () => {
    const whole = tableOf(file, target, flags);
    whole.select(target, ...drop, ...(group === undefined ? [] : [group]));
    return whole.dropMissing(target);
  });
  twoClasses(file.name, table, target);
  const compared = designsOf(flags);
  setBackend(await cpu());
  reporter.line(`${file.name}: ${table.rows} rows in ${folds} folds`);
  const task = {
    target,
    drop,
    ...(positive === undefined ? {} : { positive }),
    ...(group === undefined ? {} : { group }),
  };
  const { designs } = await about(file.name, () =>
    compareClassifiers(table, task, compared, {
      folds,
      by,
      seed,
      rng,
      signal,
      jobs: Math.min(flags.jobs ?? availableParallelism(), folds * Object.keys(compared).length),
      onFold: ({ design, fold, measures, done }) =>
        reporter.progress(done, `${design}, fold ${fold}: ${measureWords[by]} ${measures[by]?.toFixed(4) ?? '-'}`),
    }),
  );
  reporter.progress(1, '');
  for (const line of lines(designs, by)) reporter.line(line);
  const seconds = Math.round(performance.now() - started) / 1000;
  reporter.result({ schema: 1, rows: table.rows, target, folds, by, designs, seconds });
}

function designsOf(flags: CvFlags): Record<string, ClassifierOptions> {
  const { model = [{ name: 'network', hidden: [32] }] } = flags;
  const { activation, dropout, optimizer, lr, schedule, weightDecay, epochs, batchSize, patience } = flags;
  const given = { activation, dropout, optimizer, lr, schedule, weightDecay, epochs, batchSize, patience };
  const common = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const named = new Map<string, ClassifierOptions>();
  for (const { name, hidden } of model) {
    if (named.has(name) || name === 'logistic')
      throw new Error(`two designs are called "${plain(name)}"; logistic is always there`);
    named.set(name, { ...common, batchNorm: flags.batchNorm, hidden });
  }
  named.set('logistic', { ...common, hidden: [], dropout: 0, batchNorm: false });
  return Object.fromEntries(named);
}

function lines(designs: readonly DesignScores[], by: CvFlags['by']): string[] {
  const name = ({ design }: DesignScores): string => plain(design);
  const width = Math.max(...designs.map((one) => name(one).length)) + 2;
  const shown = (['auc', 'logLoss', 'accuracy'] as const).concat(by in { brier: 1, f1: 1 } ? [by as never] : []);
  const cell = ({ means }: DesignScores, measure: CvFlags['by']): string => {
    const { estimate, low, high } = means[measure];
    return `${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
  };
  const head = shown.map((measure) => measureWords[measure].padEnd(26)).join('');
  const rows = designs.map(
    (one) => `  ${name(one).padEnd(width)}${shown.map((measure) => cell(one, measure).padEnd(26)).join('')}`,
  );
  const verdicts = designs.flatMap((one) => {
    const { difference } = one;
    if (difference === null) return [];
    const { estimate, pValue } = difference;
    const says = pValue < 0.05 ? 'worse than' : 'not told from';
    return [
      `${name(one)} is ${says} ${name(designs[0]!)}: ${measureWords[by]} ${estimate > 0 ? '+' : ''}${estimate.toFixed(4)}, p = ${Number(pValue.toPrecision(2))}`,
    ];
  });
  return [
    `  ${''.padEnd(width)}${head}`.trimEnd(),
    ...rows.map((row) => row.trimEnd()),
    'Means over the folds, with intervals of 95 %.',
    ...verdicts,
  ];
}
