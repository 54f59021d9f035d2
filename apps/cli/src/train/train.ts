import { basename, extname } from 'node:path';
import type { Table } from '@kindling/data';
import { rocAucInterval } from '@kindling/metrics';
import { report, tableProfile } from '@kindling/report';
import { type Classifier, type ClassifierOptions, classifier, type Measures } from '@kindling/train';
import type { Context } from '../context.js';
import { OutputFolder } from '../output/files.js';
import { plain, shellWord } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { about } from '../tables/about.js';
import { isFolder } from '../tables/load-model.js';
import { predictionsCsv } from '../tables/predictions.js';
import { type ReadFlags, readOptions } from '../tables/read-flags.js';
import { readFileOrInput, tableFor } from '../tables/read-table.js';
import { confusionTable, type Score, scoreTable } from '../tables/show-measures.js';
import { columnsFile, unseenCategories } from '../tables/unseen.js';
import { auditTest } from './audit.js';
import { layersOf, useFastBackend } from './backend.js';
import { majority } from './baselines.js';
import { LossCurves } from './loss-curves.js';
import { type Prepared, prepare } from './prepare.js';
import { stoppable, TrainingFiles } from './stop.js';
import type { TrainFlags } from './train.command.js';
import { runTrainImages } from './train-images.js';
import { sayWritten, writeTrained } from './trained-files.js';
import { watched } from './watch.js';

/** Trains, or stops at Ctrl-C and says how to go on. */
export async function runTrain(data: string, flags: TrainFlags, context: Context, reporter: Reporter): Promise<void> {
  if (isFolder(data)) return runTrainImages(data, flags, context, reporter);
  await stoppable(context, reporter, async (signal) => {
    const started = performance.now();
    const { target, imageSize, filters } = flags;
    if (target !== undefined && (imageSize ?? filters) !== undefined)
      throw new Error('--image-size and --filters are about folders of images');
    // A folder of images may be spelled wrong.
    const file = await readFileOrInput(data, context.process.stdin);
    if (target === undefined) throw new Error('say which column has the class: --target COLUMN');
    const prepared = await prepare(file, { ...flags, target });
    const folder = outputFolder(flags, prepared);
    const { hidden = [32], batchSize = 32 } = flags;
    const features = prepared.train.columns.length - 1;
    await useFastBackend(flags, layersOf(batchSize, features, ...hidden, 1), reporter);
    reporter.line(`${prepared.name}: ${prepared.rows} rows, ${prepared.train.rows} to train on`);
    const result = await trainAndJudge(prepared, { ...flags, target }, optionsOf(flags), {
      context,
      reporter,
      folder,
      signal,
    });
    const seconds = Math.round(performance.now() - started) / 1000;
    reporter.result({ ...result, seconds, files: folder.written });
  });
}

/** The folder for the results, which is made before the work begins. */
export function outputFolder({ out }: Pick<TrainFlags, 'out'>, { name }: Pick<Prepared, 'name'>): OutputFolder {
  return new OutputFolder(out ?? `kindling-out/${basename(name, extname(name))}`);
}

/** Where a training says and writes what. */
export interface Surroundings {
  readonly context: Context;
  readonly reporter: Reporter;
  readonly folder: OutputFolder;
  readonly signal: AbortSignal;
}

/** Trains a classifier and two plain ones beside it, judges them on test rows, writes the model's folder, and says all that. */
export async function trainAndJudge(
  { name, train, test: ownTest, task, drop, warnings: known }: Prepared,
  flags: Pick<TrainFlags, 'test' | 'threshold' | 'resume'> & ReadFlags & { readonly target: string },
  options: ClassifierOptions,
  { context, reporter, folder, signal }: Surroundings,
): Promise<object> {
  const { target } = flags;
  const warnings = [...known];
  let test = ownTest;
  const testFile = flags.test === undefined ? undefined : await readFileOrInput(flags.test, context.process.stdin);
  const files = new TrainingFiles(folder.path);
  const curves = new LossCurves();
  const watch = { reporter, files, signal, resume: flags.resume };
  const fit = (options: ClassifierOptions, what: string, losses?: LossCurves): Promise<Classifier> =>
    watched(what, watch, losses, (given) => about(name, () => classifier({ ...options, ...given }).fit(train, task)));
  const model = await fit(options, 'network', curves);
  const { encoder, labels } = model.spec;
  for (const { name: column, reason } of encoder.dropped) warnings.push(`column "${column}" left out: ${reason}`);
  if (testFile !== undefined) {
    const other = await about(testFile.name, () => tableFor(model, testFile, readOptions(flags)));
    test = await about(testFile.name, () => other.dropMissing(target));
    warnings.push(...unseenCategories(model, test), ...auditTest(train, test, target, drop));
  }
  const rows = test!;
  const testName = testFile?.name ?? name;
  const measured = await about(testName, () => model.evaluate(rows));
  const counted = counts(train, target, labels[1]);
  const scores: [string, Score][] = [];
  const plainModel = options.hidden?.length !== 0;
  const baselines: Record<string, Classifier> = {};
  if (plainModel) {
    const logistic = await fit({ ...options, hidden: [], dropout: 0, batchNorm: false }, 'logistic regression');
    baselines['logistic regression'] = logistic;
    scores.push(['logistic', scoreOf(await about(testName, () => logistic.evaluate(rows)))]);
  }
  scores.push(['majority', majority(counted, measured)]);
  reporter.progress(1, '');

  const probabilities = await model.predictProba(rows);
  const truth = rows.labels(target).map((label) => (String(label) === String(labels[1]) ? 1 : 0));
  const interval = measured.auc === null ? null : rocAucInterval(truth, [...probabilities]);
  const command = `kindling ${context.args.map(shellWord).join(' ')}`;
  const features = encoder.columns.map((column) => column.name);
  reporter.progress(0.99, 'report');
  const page = await about(testName, () =>
    report(model, {
      train,
      test: rows,
      title: `${name}: ${target}`,
      baselines,
      curves: curves.series,
      warnings,
      reproduce: command,
      ...(typeof flags.threshold === 'object' && 'cost' in flags.threshold ? { cost: flags.threshold.cost } : {}),
    }),
  );
  reporter.progress(1, '');
  const result = {
    schema: 1,
    rows: { train: train.rows, test: rows.rows },
    features,
    target,
    positive: labels[1],
    negative: labels[0],
    test: { ...measured, aucInterval: interval === null ? null : [interval.low, interval.high] },
    cv: { folds: model.spec.members, ...model.validation },
    baselines: Object.fromEntries(scores),
    epochs: model.spec.epochs,
    learningRates: model.spec.rates,
    importance: Object.fromEntries(page.importance.map(({ column, loss }) => [column, loss])),
    warnings,
  };
  const texts = {
    'predictions.csv': predictionsCsv(model, probabilities, { lines: rows.source.lines, truth: rows.labels(target) }),
    'metrics.json': `${JSON.stringify({ ...result, command }, null, 2)}\n`,
    'command.txt': `${command}\n`,
    [columnsFile]: `${JSON.stringify(tableProfile(train, { columns: features }))}\n`,
  };
  await writeTrained(folder, texts, model, page);
  files.remove();

  for (const warning of warnings) reporter.line(`  note: ${plain(warning)}`);
  reporter.line(`${features.length} columns used: ${features.map(plain).join(', ')}`);
  if (options.lr === 'auto')
    reporter.line(`learning rates found: ${model.spec.rates!.map((rate) => Number(rate.toPrecision(2))).join(', ')}`);
  reporter.line();
  reporter.line(`On ${rows.rows} test rows${testFile === undefined ? '' : ` of ${testName}`}:`);
  const own = plainModel ? 'network' : 'logistic';
  for (const line of scoreTable([[own, measured], ...scores])) reporter.line(`  ${line}`.trimEnd());
  if (interval !== null)
    reporter.line(`The network's AUC lies between ${interval.low.toFixed(3)} and ${interval.high.toFixed(3)} (95 %).`);
  reporter.line(verdict(measured, scores));
  reporter.line();
  for (const line of confusionTable(measured, labels)) reporter.line(line);
  reporter.line();
  sayWritten(folder, reporter);
  return result;
}

/** The design that the flags describe. */
export function optionsOf(flags: Partial<TrainFlags>): ClassifierOptions {
  const { hidden, activation, dropout, batchNorm, lr, weightDecay, epochs, batchSize, patience } = flags;
  const { classWeight, calibrate, threshold, seed, rng, optimizer, schedule, folds: members } = flags;
  const design = { hidden, activation, dropout, optimizer, lr, schedule, weightDecay };
  const given = {
    ...design,
    batchNorm,
    epochs,
    batchSize,
    patience,
    classWeight,
    calibrate,
    threshold,
    members,
    seed,
    rng,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What models are compared by. */
export function scoreOf({ accuracy, auc, logLoss, brier, f1 }: Measures): Score {
  return { accuracy, auc, logLoss, brier, f1 };
}

function counts(table: Table, target: string, positive: unknown): [number, number] {
  const positives = table.labels(target).filter((label) => label === positive).length;
  return [table.rows - positives, positives];
}

/** Whether the network earns its place. */
export function verdict(measured: Score, baselines: readonly (readonly [string, Score])[]): string {
  const best = baselines.reduce((a, b) => (b[1].logLoss < a[1].logLoss ? b : a));
  const names: Record<string, string> = { logistic: 'logistic regression', majority: 'majority class' };
  const other = names[best[0]] ?? best[0];
  return best[1].logLoss <= measured.logLoss
    ? `By log loss the ${other} is as good or better: prefer the plain model.`
    : `By log loss it is better than the ${other}.`;
}
