import { aRecord, checkOptions, type Known, wrong } from '@internal/arguments';
import type { MistakeCosts } from '@kindling/metrics';
import type { ImageClassifier, LabelledImage } from '@kindling/train/images';
import type { LossSeries, Scene } from '@kindling/viz';
import { ReportError } from './errors.js';
import { html } from './html.js';
import { type Judgeable, type Judgement, judge } from './judged.js';
import { counted, cut, short } from './numbers.js';
import { alwaysTheMoreFrequent, figuresOf, judgementParts, pageOf, reproduced, row } from './page.js';
import { imageMistakes } from './sections/image-mistakes.js';
import { type Section, section } from './sections/section.js';

/** What a report about a classifier of images is made of. */
export interface ImageReportOptions {
  /** Images whose class is known, that the model was not trained on. */
  readonly test: readonly LabelledImage[];
  /** What the page calls each of them, such as its path; their numbers when left out. */
  readonly names?: readonly string[] | undefined;
  /** How many of the images that it was trained on are of the positive class, as a share; default that of the test. */
  readonly share?: number | undefined;
  /** The page's heading. */
  readonly title?: string | undefined;
  /** Plain models to compare it with, by name. */
  readonly baselines?: Readonly<Record<string, ImageClassifier>> | undefined;
  /** The loss after each epoch of the trainings. */
  readonly curves?: readonly LossSeries[] | undefined;
  /** What a reader must know of the images. */
  readonly warnings?: readonly string[] | undefined;
  /** What mistakes cost, in the table of thresholds; 1 each when left out. */
  readonly cost?: MistakeCosts | undefined;
  /** The command or the code that makes the model again. */
  readonly reproduce?: string | undefined;
  /** The bytes of a file, so that the page shows the worst mistakes themselves. */
  readonly read?: ((image: LabelledImage) => Promise<Uint8Array>) | undefined;
}

/** A page about a classifier of images, and its pictures. */
export interface ImageReport {
  /** The whole page: no script, nothing that is loaded from elsewhere. */
  readonly html: string;
  /** Its pictures by name, in light colours. */
  readonly pictures: Readonly<Record<string, Scene>>;
}

const known: Known<ImageReportOptions> = {
  test: 1,
  names: 1,
  share: 1,
  title: 1,
  baselines: aRecord,
  curves: 1,
  warnings: 1,
  cost: 1,
  reproduce: 1,
  read: 1,
};
const where = 'imageReport';

/**
 * Makes one page that says how good a classifier of images is: what `report` of `@kindling/report` has for tables, with the images of
 * the worst mistakes.
 *
 * @throws ReportError for what is no classifier, no images, or unknown options.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { digitsFolder, ImageFolder } from '@kindling/data/images';
 * import { imageReport } from '@kindling/report/images';
 * import { setBackend } from '@kindling/tensor-core';
 * import { imageClassifier } from '@kindling/train/images';
 * setBackend(await cpu());
 * const { samples, classes } = new ImageFolder(digitsFolder('test'));
 * const images = samples.map(([source, label]) => ({ source, label: classes[label]! }));
 * const model = await imageClassifier({ size: 8, filters: [8], members: 2, epochs: 5 }).fit(images.filter((_, i) => i % 2 > 0));
 * const { html, pictures } = await imageReport(model, { test: images.filter((_, i) => i % 2 === 0) });
 * console.log(html.includes('<script'), Object.keys(pictures)[0]); // => false roc
 * ```
 */
export async function imageReport(model: ImageClassifier, options: ImageReportOptions): Promise<ImageReport> {
  if (typeof model?.predictProba !== 'function') wrong(ReportError, where, 'the model', 'an ImageClassifier', model);
  if (options === undefined) throw new ReportError(`${where}: the options must hold test`);
  checkOptions(ReportError, where, options, known);
  const { test, baselines = {}, curves = [], warnings = [], reproduce, read } = options;
  if (!Array.isArray(test) || test.length === 0) wrong(ReportError, where, 'test', 'a list of images', test);
  const { spec, labels } = model;
  const { filters, hidden } = spec.design;
  const name = filters.length + hidden.length === 0 ? 'logistic regression' : 'network';
  const cost = options.cost ?? { falseNegative: 1, falsePositive: 1 };
  const rows = { rows: test, labels: test.map(({ label }) => label) };
  const others = Object.entries(baselines).map(([other, one]): [string, Judgeable<readonly LabelledImage[]>] => [
    other,
    ofImages(one),
  ]);
  const judgement = await judge(ofImages(model), name, rows, Object.fromEntries(others));
  const { figure, pictures } = figuresOf({ judgement, cost, curves, importance: [], dependence: [] });
  const positives = judgement.truth.filter((value) => value === 1).length / test.length;
  const majority = alwaysTheMoreFrequent(options.share ?? positives, judgement.truth);
  const names = test.map((_, i) => options.names?.[i] ?? String(i + 1));
  const parts: readonly (Section | null)[] = [
    ...judgementParts(judgement, { majority, warnings, cost, figure }),
    await imageMistakes(judgement, test, names, read),
    design(model, judgement, row(figure('loss', 'The loss after each epoch; dashed on the images left out.'))),
    reproduced(reproduce),
  ];
  const page = pageOf(
    options.title ?? `Is it ${labels[1]}?`,
    html`The ${name} gives the probability of ${labels[1]} against ${labels[0]} from an image; judged on ${counted(test.length, 'image')} that it was not trained on, which are the rows below.`,
    parts,
  );
  return { html: page.text, pictures };
}

/** Images are predicted by what they are, and judged by their labels. */
function ofImages(model: ImageClassifier): Judgeable<readonly LabelledImage[]> {
  return {
    labels: model.labels,
    predictProba: (images) => model.predictProba(images.map(({ source }) => source)),
    evaluate: (images) => model.evaluate(images),
  };
}

/** How the model is built. */
function design({ spec }: ImageClassifier, { measures }: Judgement, curves: ReturnType<typeof row>): Section {
  const { members, epochs, images, calibration } = spec;
  const { size, filters, hidden, dropout } = spec.design;
  const kind =
    filters.length + hidden.length === 0
      ? 'logistic regressions of the pixels'
      : `networks of ${counted(filters.length, 'convolution')} (${filters.join(', ')} filters of 3 x 3, each normalised and halved) and layers of ${[...hidden, 1].join(' → ')}${dropout > 0 ? `, dropout ${dropout}` : ''}`;
  return section(
    'design',
    'The model',
    html`<p>Images are brought to ${size} x ${size} pixels. The mean of ${counted(members, 'model')}: ${kind}. Each was trained without one part of the ${counted(images, 'image')}, which told when it had learnt enough (after ${epochs.join(', ')} epochs). Calibration: ${calibration === null ? 'none' : cut(calibration.kind, 20)}. An image counts as positive above a probability of ${short(measures.threshold)}.</p>`,
    curves,
  );
}
