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
import { BCELoss, Conv2d, Flatten, Linear, MaxPool2d, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { defaultGenerator, noGrad } from '@kindling/tensor-core';
import { fit } from '@kindling/train';
import { confusionMatrixPlot, imageGrid, lossCurve } from '@kindling/viz';
import { reportFiles, showPicture, writePicture } from '../output/pictures.js';
import type { Reporter } from '../output/reporter.js';
import { type ModelScores, perEpoch, scoreLine, scoresOf } from './scores.js';
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

/** Training images and held-out ones. */
interface Task {
  readonly name: string;
  readonly classes: readonly string[];
  readonly train: Part;
  readonly test: Part;
}

/**
 * The digits, or the user's folder.
 *
 * @throws Error that names what cannot be read, and for other than two classes.
 */
export async function loadImages(
  { data, size }: Pick<ImagesOptions, 'data' | 'size'>,
  session: Session,
): Promise<Task> {
  const before = size === undefined ? [] : [new Resize([size, size])];
  const options = { mode: 'grey', cache: true } as const;
  const open = (root: string) => {
    const folder = new ImageFolder(root, options);
    if (folder.classes.length !== 2) {
      const list = folder.classes.map((name) => `"${name}"`).join(', ');
      throw new Error(`${root}: two class folders are needed, and there are ${folder.classes.length}: ${list}`);
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
function network([channels, height, width]: readonly number[]): Sequential {
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
    new Linear(32 * h * w, 1),
    new Flatten(0),
    new Sigmoid(),
  );
}

/** Trains a CNN on few images and on all, with augmentation and without, and shows what it sees and where it errs. */
export async function runImages(session: Session, options: ImagesOptions, reporter: Reporter): Promise<void> {
  const { seed, rng, folder } = session;
  const { epochs, augment, few } = options;
  const task = await loadImages(options, session);
  const { name, classes } = task;
  const numbers = [new ToTensor(), new Normalize(0.5, 0.5)];
  const augmenting = augment.map((one) => makeAugmentation[one]());
  const test = task.test(numbers);
  const plain = task.train(numbers);
  reporter.line(`${name}: ${plain.length} images to train on, ${test.length} held out, classes ${classes.join(', ')}`);

  // Every image is read before anything is trained, so that a broken one costs no time.
  const labels: number[] = [];
  for await (const [, y] of new DataLoader(test, { batchSize: 256 })) labels.push(...(await y.data()));
  const [[first]] = [await plain.get(0)];
  for await (const _ of new DataLoader(plain, { batchSize: 256 }));

  const chosen = defaultGenerator().permutation(plain.length).slice(0, Math.min(few, plain.length));
  const runs = [
    { name: `${chosen.length} images`, rows: chosen, transform: numbers },
    { name: `${chosen.length} images, augmented`, rows: chosen, transform: [...augmenting, ...numbers] },
    { name: 'all images', rows: null, transform: numbers },
    { name: 'all images, augmented', rows: null, transform: [...augmenting, ...numbers] },
  ];
  const results: (ModelScores & { probabilities: Float32Array; model: Sequential; validation: readonly number[] })[] =
    [];
  for (const [i, { name: own, rows, transform }] of runs.entries()) {
    const images = task.train(transform);
    const model = network(first.shape);
    const history = await fit(model, {
      loss: new BCELoss(),
      optimizer: new Adam(model.parameters(), { lr: 0.002 }),
      trainData: new DataLoader(rows === null ? images : new Subset(images, rows), { batchSize, shuffle: true }),
      validation: new DataLoader(test, { batchSize: 256 }),
      metrics: perEpoch,
      epochs,
      onEpochEnd: ({ epoch }) => reporter.progress((i + epoch / epochs) / runs.length, `${own}: epoch ${epoch}`),
    });
    const probabilities: number[] = [];
    for await (const [x] of new DataLoader(test, { batchSize: 256 })) {
      probabilities.push(...(await noGrad(() => model(x)).data()));
    }
    const scores = scoresOf(own, history, labels, probabilities);
    results.push({ ...scores, probabilities: Float32Array.from(probabilities), model, validation: history.valLoss });
    reporter.line(scoreLine(scores));
  }

  const best = results.reduce((a, b) => (b.accuracy > a.accuracy ? b : a));
  const predicted = Array.from(best.probabilities, (p) => (p > 0.5 ? 1 : 0));
  reporter.line();
  reporter.line(`Best: ${best.name}, ${predicted.filter((p, i) => p !== labels[i]).length} of ${labels.length} wrong`);

  await writePicture(folder, 'images-augmented', await contactSheet(task, augmenting));
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
    imageGrid({ images: filters, columns: 8, title: 'The filters of the first layer' }),
  );
  const { matrix } = confusionMatrix(labels, predicted, { labels: [0, 1] });
  const confusion = confusionMatrixPlot({ matrix, classNames: classes, title: `Held-out images: ${best.name}` });
  await writePicture(folder, 'images-confusion', confusion);
  await writePicture(folder, 'images-mistakes', await worst(task, best.probabilities, labels));
  await writePicture(
    folder,
    'images-loss',
    lossCurve({ title: 'Training loss', series: results.map(({ name: own, loss }) => ({ name: own, values: loss })) }),
  );
  showPicture(confusion, reporter);
  reportFiles(folder, reporter);
  const models = results.map(({ probabilities: _, model: __, validation: ___, ...scores }) => scores);
  reporter.result({ task: 'images', seed, rng, epochs, models, files: folder.written });
}

/** The first training images, each several times as the network gets it. */
async function contactSheet(task: Task, augmenting: readonly ImageTransform[]) {
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
  return imageGrid({ images, captions, columns: times + 1, title: 'Augmented training images' });
}

/** The held-out images whose true class was thought least likely. */
async function worst(task: Task, probabilities: Float32Array, labels: readonly number[]) {
  const part = task.test([]);
  const likely = Array.from(probabilities, (p, i) => (labels[i] === 1 ? p : 1 - p));
  const order = likely.map((_, i) => i).sort((a, b) => likely[a]! - likely[b]!);
  const shown = order.slice(0, 12);
  return imageGrid({
    images: await Promise.all(shown.map((i) => imageOf(part, i))),
    captions: shown.map((i) => `${task.classes[labels[i]!]}: ${(100 * likely[i]!).toFixed(1)} %`),
    frames: shown.map((i) => (likely[i]! < 0.5 ? '#c62828' : undefined)),
    columns: 6,
    size: 84,
    title: 'The least likely of the held-out images: true class and its probability',
  });
}

function imageOf(part: ReturnType<Part>, i: number): Promise<Image> {
  return part instanceof Subset ? (part.dataset as ImageFolder).image(part.indices[i]!) : part.image(i);
}
