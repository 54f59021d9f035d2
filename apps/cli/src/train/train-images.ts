import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { rocAucInterval } from '@kindling/metrics';
import { auditImages, imageReport } from '@kindling/report/images';
import { SeedrandomGenerator } from '@kindling/tensor-core';
import {
  type ImageClassifier,
  type ImageClassifierOptions,
  imageClassifier,
  type LabelledImage,
  splitImages,
} from '@kindling/train/images';
import type { Context } from '../context.js';
import { plain, shellWord } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { type NamedImage, namedImages } from '../tables/named-images.js';
import { imagePredictionsCsv } from '../tables/predictions.js';
import { confusionTable, type Score, scoreTable } from '../tables/show-measures.js';
import { convolutionsOf, layersOf, useFastBackend } from './backend.js';
import { majority } from './baselines.js';
import { LossCurves } from './loss-curves.js';
import { checkSeed } from './split.js';
import { stoppable, TrainingFiles } from './stop.js';
import type { TrainFlags } from './train.command.js';
import { optionsOf, outputFolder, scoreOf, verdict } from './train.js';
import { sayWritten, writeTrained } from './trained-files.js';
import { watched } from './watch.js';

/** About the sizes of the network that the flags describe. */
function layerSizes({ imageSize: size = 32, filters = [16, 32], hidden = [32], batchSize = 32 }: TrainFlags) {
  const pixels = Math.floor(size / 2 ** filters.length) ** 2;
  const flat = (filters.at(-1) ?? 3) * pixels;
  return [...convolutionsOf(batchSize, size, 3, ...filters), ...layersOf(batchSize, flat, ...hidden, 1)];
}

/** Trains on a folder with a folder of images for each class, or stops at Ctrl-C and says how to go on. */
export async function runTrainImages(
  path: string,
  flags: TrainFlags,
  context: Context,
  reporter: Reporter,
): Promise<void> {
  const { positive } = flags;
  checkFlags(flags);
  await stoppable(context, reporter, async (signal) => {
    const started = performance.now();
    const name = basename(resolve(path));
    const all = namedImages(path);
    checkClasses(name, all);
    const [train, test] = flags.test === undefined ? split(name, all, flags) : [all, namedImages(flags.test)];
    const read = ({ source }: LabelledImage): Promise<Uint8Array> => readFile(source as string);
    const found = await auditImages(train, { test, name: (image) => image.name, read });
    const warnings = found.map(({ message }) => message);
    const folder = outputFolder(flags, { name });
    await useFastBackend(flags, layerSizes(flags), reporter);
    reporter.line(`${plain(name)}: ${all.length} images, ${train.length} to train on`);
    const files = new TrainingFiles(folder.path);
    const curves = new LossCurves();
    const watch = { reporter, files, signal, resume: flags.resume };
    const task = positive === undefined ? {} : { positive };
    const fit = (more: ImageClassifierOptions, what: string, losses?: LossCurves): Promise<ImageClassifier> =>
      watched(what, watch, losses, (given) =>
        imageClassifier({ ...optionsFor(flags), ...more, ...given }).fit(train, task),
      );
    const model = await fit({}, 'network', curves);
    const { design } = model.spec;
    const isPlain = design.filters.length + design.hidden.length === 0;
    const logistic = isPlain ? null : await fit({ filters: [], hidden: [] }, 'logistic regression');
    reporter.progress(0.99, 'report');
    const probabilities = await model.predictProba(test.map(({ source }) => source));
    const measured = await model.evaluate(test);
    const positives = train.filter(({ label }) => label === model.labels[1]).length;
    const scores: [string, Score][] = [
      ...(logistic === null ? [] : [['logistic', scoreOf(await logistic.evaluate(test))] as [string, Score]]),
      ['majority', majority([train.length - positives, positives], measured)],
    ];
    const truth = test.map(({ label }) => (label === model.labels[1] ? 1 : 0));
    const interval = measured.auc === null ? null : rocAucInterval(truth, [...probabilities]);
    const command = `kindling ${context.args.map(shellWord).join(' ')}`;
    const page = await imageReport(model, {
      test,
      names: test.map((image) => image.name),
      share: positives / train.length,
      title: `${name}: ${model.labels.join(' or ')}`,
      baselines: logistic === null ? {} : { 'logistic regression': logistic },
      curves: curves.series,
      warnings,
      reproduce: command,
      read,
      ...(typeof flags.threshold === 'object' && 'cost' in flags.threshold ? { cost: flags.threshold.cost } : {}),
    });
    reporter.progress(1, '');
    const result = {
      schema: 1,
      kind: 'images',
      rows: { train: train.length, test: test.length },
      positive: model.labels[1],
      negative: model.labels[0],
      design,
      test: { ...measured, aucInterval: interval === null ? null : [interval.low, interval.high] },
      cv: { folds: model.spec.members, ...model.validation },
      baselines: Object.fromEntries(scores),
      epochs: model.spec.epochs,
      learningRates: model.spec.rates,
      warnings,
    };
    const texts = {
      'predictions.csv': imagePredictionsCsv(model, probabilities, test),
      'metrics.json': `${JSON.stringify({ ...result, command }, null, 2)}\n`,
      'command.txt': `${command}\n`,
    };
    await writeTrained(folder, texts, model, page);
    files.remove();

    for (const warning of warnings) reporter.line(`  note: ${plain(warning)}`);
    reporter.line();
    reporter.line(`On ${test.length} test images:`);
    for (const line of scoreTable([[isPlain ? 'logistic' : 'network', measured], ...scores]))
      reporter.line(`  ${line}`.trimEnd());
    reporter.line(verdict(measured, scores));
    reporter.line();
    for (const line of confusionTable(measured, model.labels)) reporter.line(line);
    reporter.line();
    sayWritten(folder, reporter);
    const seconds = Math.round(performance.now() - started) / 1000;
    reporter.result({ ...result, seconds, files: folder.written });
  });
}

/** The design that the flags describe. */
function optionsFor(flags: TrainFlags): ImageClassifierOptions {
  const { batchNorm: _, activation: __, ...shared } = optionsOf(flags);
  const { imageSize: size, filters } = flags;
  return { ...shared, ...(size === undefined ? {} : { size }), ...(filters === undefined ? {} : { filters }) };
}

/** Throws for flags that are about tables. */
function checkFlags(flags: TrainFlags): void {
  checkSeed(flags.seed, flags.rng);
  const { target, drop, group, time, activation, encoding, delimiter, decimal, onRagged, batchNorm } = flags;
  const tables = { target, drop, group, time, activation, encoding, delimiter, decimal, 'on-ragged': onRagged };
  const [one] = Object.entries({ ...tables, 'batch-norm': batchNorm || undefined }).filter(
    ([, value]) => value !== undefined,
  );
  if (one !== undefined)
    throw new Error(`--${one[0]} is about tables, and this is a folder; its folders are the classes`);
  if (flags.test !== undefined && flags.testSize !== undefined) throw new Error('give --test or --test-size, not both');
}

/** Training and test images, both classes as frequent in each as in the whole. */
function split(
  name: string,
  all: readonly NamedImage[],
  { testSize = 0.25, seed, rng }: TrainFlags,
): [NamedImage[], NamedImage[]] {
  const randomState = rng === 'torch' ? Number(seed) : new SeedrandomGenerator(`${seed}/test`);
  try {
    const { train, test } = splitImages(all, { testSize, randomState });
    return [train, test];
  } catch (error) {
    const reason = (error as Error).message.replace(/^\w+: /, '');
    throw new Error(`${name}: its ${all.length} images cannot be split: ${reason}; use more or another --test-size`);
  }
}

/** Throws where there are not two classes. */
function checkClasses(name: string, images: readonly NamedImage[]): void {
  const classes = [...new Set(images.map(({ label }) => label))].map(plain);
  if (classes.length === 2) return;
  if (classes.length < 2)
    throw new Error(`${name}: the only folder with images is ${classes[0]}; two are needed, one for each class`);
  const list = `${classes.slice(0, 8).join(', ')}${classes.length > 8 ? ', …' : ''}`;
  throw new Error(
    `${name}: ${classes.length} folders with images (${list}); train tells two classes apart: give a folder with two`,
  );
}
