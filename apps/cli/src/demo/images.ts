import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataLoader, Subset, trainTestSplitIndices } from '@kindling/data';
import {
  Compose,
  digitsFolder,
  type Image,
  ImageFolder,
  type ImageTransform,
  Normalize,
  RandomAffine,
  RandomHorizontalFlip,
  RandomRotation,
  Resize,
  ToTensor,
} from '@kindling/data/images';
import { confusionMatrix } from '@kindling/metrics';
import { Conv2d, Flatten, Linear, MaxPool2d, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { defaultGenerator, noGrad } from '@kindling/tensor-core';
import { fit, type History, type Metric } from '@kindling/train';
import { confusionMatrixPlot, imageGrid, lossCurve } from '@kindling/viz';
import { reportFiles, showPicture, writePicture } from '../output/pictures.js';
import type { Reporter } from '../output/reporter.js';
import { classScores, type Head, headFor, predicted } from './heads.js';
import { type ModelScores, scoreLine } from './scores.js';
import type { Session } from './setup.js';

/** The augmentations that a run may use. */
export const augmentations = ['flip', 'rotate', 'shift'] as const;

/** What {@link runImages} trains on. */
export interface ImagesOptions {
  readonly epochs: number;
  /** The user's own folder: `train` and `test` in it, or class folders of which a quarter is held out. */
  readonly data?: string;
  readonly augment: readonly (typeof augmentations)[number][];
  /** Training images of the models that get few. */
  readonly few: number;
  /** Height and width that images are brought to. */
  readonly size?: number;
}

const batchSize = 32;

const makeAugmentation = {
  flip: () => new RandomHorizontalFlip(0.5),
  rotate: () => new RandomRotation(15, { interpolation: 'bilinear' }),
  shift: () => new RandomAffine(0, { translate: [0.1, 0.1] }),
};

/** The images to learn from, with a transform. */
type Part = (transform: readonly ImageTransform[]) => ImageFolder | Subset<ReturnType<ImageFolder['get']>>;

/** Images to learn from, and test images. */
interface Task {
  readonly name: string;
  readonly classes: readonly string[];
  readonly train: Part;
  readonly test: Part;
}

/**
 * The digits, or the user's folder.
 *
 * @throws Error that names what cannot be read, and for a single class.
 */
export async function loadImages(
  { data, size }: Pick<ImagesOptions, 'data' | 'size'>,
  session: Session,
): Promise<Task> {
  const before = size === undefined ? [] : [new Resize([size, size])];
  const options = { mode: 'grey', cache: true } as const;
  const open = (root: string) => {
    const folder = new ImageFolder(root, options);
    if (folder.classes.length < 2) {
      throw new Error(`${root}: at least two class folders are needed, and there is one, "${folder.classes[0]}"`);
    }
    return (transform: readonly ImageTransform[]) =>
      new ImageFolder(root, { ...options, transform: [...before, ...transform] });
  };
  const parts =
    data === undefined ? [digitsFolder('train'), digitsFolder('test')] : [join(data, 'train'), join(data, 'test')];
  const name = data ?? 'threes and eights';
  if (parts.every((part) => existsSync(part))) {
    const [train, test] = parts.map(open) as [Part, Part];
    const classes = parts.map((part) => new ImageFolder(part).classes.join(', '));
    if (classes[0] !== classes[1]) throw new Error(`${data}: train has classes ${classes[0]}, and test ${classes[1]}`);
    return { name, classes: new ImageFolder(parts[0]!).classes, train, test };
  }
  const all = open(data!);
  const { classes, targets } = all([]);
  const split = trainTestSplitIndices(targets.length, {
    testSize: 0.25,
    stratify: targets,
    randomState: session.random,
  });
  return {
    name,
    classes,
    train: (transform) => new Subset(all(transform), split.train),
    test: (transform) => new Subset(all(transform), split.test),
  };
}

/** Two convolutions, each with a pooling; `shape` is that of an image. */
function network([channels, height, width]: readonly number[], head: Head): Sequential {
  const [h, w] = [height! >> 2, width! >> 2];
  if (h < 1 || w < 1)
    throw new Error(`images of ${width} x ${height} pixels are too small for two poolings; see --size`);
  return new Sequential(
    new Conv2d(channels!, 16, 3, { padding: 1 }),
    new ReLU(),
    new MaxPool2d(2),
    new Conv2d(16, 32, 3, { padding: 1 }),
    new ReLU(),
    new MaxPool2d(2),
    new Flatten(),
    new Linear(32 * h * w, head.outputs),
    ...head.layers(),
  );
}

/** Some samples of images that may be a part themselves. */
function pick(images: ReturnType<Part>, rows: ArrayLike<number>): Subset<ReturnType<ImageFolder['get']>> {
  if (!(images instanceof Subset)) return new Subset(images, rows);
  return new Subset(
    images.dataset,
    Int32Array.from(rows, (row) => images.indices[row]!),
  );
}

/** The class of each sample. */
function labelsOf(images: ReturnType<Part>): number[] {
  const { targets } = (images instanceof Subset ? images.dataset : images) as ImageFolder;
  return images instanceof Subset ? Array.from(images.indices, (i) => targets[i]!) : [...targets];
}

/**
 * Trains a CNN on few images and on all, with augmentation and without, and shows what it sees and where it errs.
 *
 * A fifth of the training images are for choosing the best of the four, which is then trained again on all of them. The test
 * images choose nothing.
 */
export async function runImages(session: Session, options: ImagesOptions, reporter: Reporter): Promise<void> {
  const { seed, rng, folder, theme } = session;
  const { epochs, augment, few } = options;
  const task = await loadImages(options, session);
  const { name, classes } = task;
  const head = headFor(classes.length);
  const numbers = [new ToTensor(), new Normalize(0.5, 0.5)];
  const augmenting = augment.map((one) => makeAugmentation[one]());
  const test = task.test(numbers);
  const plain = task.train(numbers);
  const split = trainTestSplitIndices(plain.length, {
    testSize: 0.2,
    stratify: labelsOf(plain),
    randomState: session.random,
  });
  const validation = pick(plain, split.test);
  const counts = `${split.train.length} images to train on, ${split.test.length} to choose by, ${test.length} to test`;
  reporter.line(`${name}: ${counts}, classes ${classes.join(', ')}`);

  // Every image is read before anything is trained, so that a broken one costs no time.
  const labels = labelsOf(test);
  const [[first]] = [await plain.get(0)];
  for (const part of [test, plain]) for await (const _ of new DataLoader(part, { batchSize: 256 }));

  const chosen = defaultGenerator()
    .permutation(split.train.length)
    .slice(0, few)
    .map((i) => split.train[i]!);
  const runs = [
    { name: `${chosen.length} images`, rows: chosen, transform: numbers },
    { name: `${chosen.length} images, augmented`, rows: chosen, transform: [...augmenting, ...numbers] },
    { name: 'all images', rows: split.train, transform: numbers },
    { name: 'all images, augmented', rows: split.train, transform: [...augmenting, ...numbers] },
  ];
  const train = async (own: string, rows: ArrayLike<number>, transform: readonly ImageTransform[], done: number) => {
    const model = network(first.shape, head);
    const history = await fit(model, {
      loss: head.loss,
      optimizer: new Adam(model.parameters(), { lr: 0.002 }),
      trainData: new DataLoader(pick(task.train(transform), rows), { batchSize, shuffle: true }),
      ...(rows.length < plain.length && {
        validation: new DataLoader(validation, { batchSize: 256 }),
        metrics: { accuracy: head.accuracy } as Record<string, Metric>,
      }),
      epochs,
      onEpochEnd: ({ epoch }) =>
        reporter.progress((done + epoch / epochs) / (runs.length + 1), `${own}: epoch ${epoch}`),
    });
    const likelihoods: number[][] = [];
    for await (const [x] of new DataLoader(test, { batchSize: 256 })) {
      likelihoods.push(...head.likelihoods(noGrad(() => model(x))));
    }
    const scores = { name: own, ...classScores(labels, likelihoods), loss: history.loss };
    reporter.line(scoreLine(scores));
    return { scores, likelihoods, model, history, transform };
  };
  const results: Result[] = [];
  for (const [i, run] of runs.entries()) results.push(await train(run.name, run.rows, run.transform, i));

  const chosenOne = results.reduce((a, b) => (isBetter(b, a) ? b : a));
  reporter.line();
  reporter.line(`Best on the validation images: ${chosenOne.scores.name}; it is trained again with these too`);
  const everything = Array.from({ length: plain.length }, (_, i) => i);
  const best = await train('the best again', everything, chosenOne.transform, runs.length);
  const found = predicted(best.likelihoods);
  reporter.line(`${found.filter((own, i) => own !== labels[i]).length} of ${labels.length} test images are wrong`);

  await writePicture(folder, 'images-augmented', await contactSheet(task, augmenting, theme));
  const weight = (best.model.at(0) as Conv2d).weight;
  const [count, , height, width] = weight.shape as [number, number, number, number];
  const values = await weight.detach().data();
  const filters = Array.from({ length: count }, (_, i) => ({
    data: values.slice(i * height * width, (i + 1) * height * width),
    width,
    height,
    channels: 1,
  }));
  await writePicture(
    folder,
    'images-filters',
    imageGrid({ theme, images: filters, columns: 8, title: 'The filters of the first layer' }),
  );
  const { matrix } = confusionMatrix(labels, found, { labels: classes.map((_, i) => i) });
  const confusion = confusionMatrixPlot({
    theme,
    matrix,
    classNames: classes,
    title: `Test images: ${chosenOne.scores.name}`,
  });
  await writePicture(folder, 'images-confusion', confusion);
  await writePicture(folder, 'images-mistakes', await worst(task, best.likelihoods, labels, theme));
  const series = results.map(({ scores, history }) => ({
    name: scores.name,
    values: history.loss,
    validation: history.valLoss,
  }));
  await writePicture(
    folder,
    'images-loss',
    lossCurve({ theme, title: 'Loss, in training and (dashed) validation', series }),
  );
  showPicture(confusion, reporter);
  reportFiles(folder, reporter);
  const models = [...results, best].map(({ scores }) => scores);
  reporter.result({ task: 'images', seed, rng, epochs, best: chosenOne.scores.name, models, files: folder.written });
}

/** A trained model. */
interface Result {
  readonly scores: ModelScores;
  /** Of each test image, the probability of each class. */
  readonly likelihoods: readonly (readonly number[])[];
  readonly model: Sequential;
  readonly history: History;
  readonly transform: readonly ImageTransform[];
}

/** Whether one is more often right on the validation images, or as often and surer. */
function isBetter(a: Result, b: Result): boolean {
  const [ofA, ofB] = [a, b].map(({ history }) => history.metrics.accuracy!.at(-1)!) as [number, number];
  return ofA > ofB || (ofA === ofB && a.history.valLoss.at(-1)! < b.history.valLoss.at(-1)!);
}

/** The first training images, each several times as the network gets it. */
async function contactSheet(task: Task, augmenting: readonly ImageTransform[], theme: Session['theme']) {
  const [times, count] = [7, 4];
  const images: Image[] = [];
  const captions: string[] = [];
  const part = task.train([]);
  const change = new Compose(augmenting);
  for (let i = 0; i < count; i++) {
    const own = Math.floor((i * (part.length - 1)) / (count - 1));
    const original = await imageOf(part, own);
    images.push(original, ...Array.from({ length: times }, () => change.apply(original) as Image));
    captions.push('original', ...Array.from({ length: times }, () => ''));
  }
  return imageGrid({ theme, images, captions, columns: times + 1, title: 'Augmented training images' });
}

/** The test images whose true class was thought least likely. */
async function worst(
  task: Task,
  likelihoods: Result['likelihoods'],
  labels: readonly number[],
  theme: Session['theme'],
) {
  const part = task.test([]);
  const likely = likelihoods.map((row, i) => row[labels[i]!]!);
  const wrong = new Set(predicted(likelihoods).flatMap((own, i) => (own === labels[i] ? [] : [i])));
  const order = likely.map((_, i) => i).sort((a, b) => likely[a]! - likely[b]!);
  const shown = order.slice(0, 12);
  return imageGrid({
    theme,
    images: await Promise.all(shown.map((i) => imageOf(part, i))),
    captions: shown.map((i) => `${task.classes[labels[i]!]}: ${(100 * likely[i]!).toFixed(1)} %`),
    frames: shown.map((i) => (wrong.has(i) ? '#c62828' : undefined)),
    columns: 6,
    size: 84,
    title: 'The least likely of the test images: true class and its probability',
  });
}

function imageOf(part: ReturnType<Part>, i: number): Promise<Image> {
  return part instanceof Subset ? (part.dataset as ImageFolder).image(part.indices[i]!) : part.image(i);
}
