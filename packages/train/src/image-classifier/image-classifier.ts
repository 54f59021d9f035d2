import { checkOptions, clean, wrong } from '@internal/arguments';
import type { ImageSource } from '@kindling/data/images';
import type { Sequential } from '@kindling/nn';
import { ArgumentError } from '@kindling/tensor-core';
import { logistic } from '../calibration/calibrator.js';
import { type Calibrator, calibratorFrom } from '../calibration/index.js';
import { loadCheckpoint, readCheckpoint, saveCheckpoint } from '../checkpoint/checkpoint.js';
import { innerFolds } from '../classifier/inner-folds.js';
import { logitsOf } from '../classifier/logits.js';
import { type Measures, measure } from '../classifier/measures.js';
import { sharedRows } from '../classifier/member-rows.js';
import { settle } from '../classifier/settle.js';
import { streamsOf } from '../classifier/streams.js';
import { trainMembers } from '../classifier/train-members.js';
import { buildImageNetwork, type ImageDesign } from './network.js';
import { type ImageClassifierOptions, settledOptions } from './options.js';
import { pixelsOf } from './pixels.js';
import { checkImageSpec, type ImageClassifierSpec } from './spec.js';

/** An image, and what is on it. */
export interface LabelledImage {
  /** Its bytes, or where they are: in Node a path. */
  readonly source: ImageSource;
  readonly label: string;
}

/** What a classifier of images learns to tell. */
export interface ImageClassifierTask {
  /** The class whose probability is given; default the last in order. */
  readonly positive?: string;
}

/** Images that are predicted at once. */
const BLOCK = 256;

/**
 * A classifier of images of two classes that has been trained: size, networks, calibration, threshold and names in one.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { digitsFolder, ImageFolder } from '@kindling/data/images';
 * import { setBackend } from '@kindling/tensor-core';
 * import { ImageClassifier, imageClassifier } from '@kindling/train/images';
 * setBackend(await cpu());
 * const { samples, classes } = new ImageFolder(digitsFolder('test'));
 * const images = samples.map(([source, label]) => ({ source, label: classes[label]! }));
 * const model: ImageClassifier = await imageClassifier({ size: 8, filters: [8], members: 2, epochs: 12 }).fit(images);
 * console.log(model.labels, (await model.evaluate(images)).accuracy > 0.9); // => [ '3', '8' ] true
 * ```
 */
export class ImageClassifier {
  /** Everything but the weights, as plain data. */
  readonly spec: ImageClassifierSpec;
  /** The trained networks, whose logits are averaged. */
  readonly networks: readonly Sequential[];
  private readonly calibrator: Calibrator | null;

  /** @internal Use {@link imageClassifier} or `ImageClassifier.fromBytes`. */
  constructor(spec: ImageClassifierSpec, networks: readonly Sequential[]) {
    this.spec = spec;
    this.networks = networks;
    this.calibrator = spec.calibration === null ? null : calibratorFrom(spec.calibration);
    for (const network of networks) network.eval();
  }

  /** The two classes, the negative one first. */
  get labels(): readonly [string, string] {
    return this.spec.labels;
  }

  /** Where a probability becomes the positive class: above it. */
  get threshold(): number {
    return this.spec.threshold;
  }

  /** How good it is on images that its networks were not trained on. */
  get validation(): Measures {
    return this.spec.validation;
  }

  /**
   * The probability of the positive class for each image.
   *
   * @throws `ImageError` that names a file that cannot be read or is broken.
   */
  async predictProba(images: readonly ImageSource[]): Promise<Float64Array> {
    checkList('predictProba', images);
    const found = new Float64Array(images.length);
    const { size } = this.spec.design;
    for (let at = 0; at < images.length; at += BLOCK) {
      const some = images.slice(at, at + BLOCK);
      const logits = await logitsOf(this.networks, await pixelsOf(some, size), some.length);
      found.set(this.calibrator === null ? logits.map(logistic) : this.calibrator.transform(logits), at);
    }
    return found;
  }

  /** The class of each image. */
  async predict(images: readonly ImageSource[]): Promise<string[]> {
    const { labels, threshold } = this.spec;
    return Array.from(await this.predictProba(images), (p) => (p > threshold ? labels[1] : labels[0]));
  }

  /** Measures it on images whose class is known. */
  async evaluate(images: readonly LabelledImage[]): Promise<Measures> {
    checkList('evaluate', images);
    const { labels, threshold } = this.spec;
    const y = Int32Array.from(images, ({ label }) => {
      const at = labels.indexOf(label);
      if (at < 0)
        throw new ArgumentError(
          `evaluate: there is no class "${clean(String(label))}"; in training there were ${labels.map((one) => `"${clean(one)}"`).join(' and ')}`,
        );
      return at;
    });
    return measure(y, await this.predictProba(images.map(({ source }) => source)), threshold);
  }

  /** All of it as the bytes of one safetensors file. */
  toBytes(): Promise<Uint8Array> {
    return saveCheckpoint(Object.fromEntries(this.networks.map((network, k) => [`member${k}`, network])), this.spec);
  }

  /**
   * From what `toBytes` gave.
   *
   * @throws `CheckpointError` where it is no classifier of images; `SafetensorsError` for a damaged file.
   */
  static fromBytes(bytes: Uint8Array | ArrayBuffer): ImageClassifier {
    const spec = checkImageSpec(readCheckpoint(bytes).extra, bytes.byteLength);
    const networks = Array.from({ length: spec.members }, () => buildImageNetwork(spec.design));
    loadCheckpoint(bytes, Object.fromEntries(networks.map((network, k) => [`member${k}`, network])));
    return new ImageClassifier(spec, networks);
  }
}

/**
 * A classifier of images of two classes: several small convolutional networks, each trained without one part of the images,
 * whose logits are averaged. The images that each did not see tell when it has learnt enough, and serve for calibration,
 * threshold and `validation`. All images are held in memory, brought to one size.
 *
 * @returns an object whose `fit(images, { positive })` trains and gives an {@link ImageClassifier}.
 * @throws `ArgumentError` for options that make no sense, and images of other than two classes; `ImageError` for a broken file.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { digitsFolder, ImageFolder } from '@kindling/data/images';
 * import { setBackend } from '@kindling/tensor-core';
 * import { ImageClassifier, imageClassifier } from '@kindling/train/images';
 * setBackend(await cpu());
 * const { samples, classes } = new ImageFolder(digitsFolder('test'));
 * const images = samples.map(([source, label]) => ({ source, label: classes[label]! }));
 * const plain = await imageClassifier({ size: 8, filters: [], hidden: [], members: 2, epochs: 10 }).fit(images, { positive: '3' });
 * const again = ImageClassifier.fromBytes(await plain.toBytes());
 * console.log(again.labels, await again.predict([samples[0]![0]])); // => [ '8', '3' ] [ '3' ]
 * ```
 */
export function imageClassifier(options: ImageClassifierOptions = {}): {
  /** Trains on all of the images. */
  fit(images: readonly LabelledImage[], task?: ImageClassifierTask): Promise<ImageClassifier>;
} {
  const settled = settledOptions(options);
  return {
    async fit(images, task = {}) {
      checkOptions(ArgumentError, 'imageClassifier: fit', task, { positive: 1 });
      checkList('imageClassifier', images);
      const { size, filters, hidden, dropout, members, ...training } = settled;
      const labels = labelsOf(images, task.positive);
      const y = Int32Array.from(images, ({ label }) => (label === labels[1] ? 1 : 0));
      const streams = await streamsOf(training.rng ?? 'seedrandom', training.seed ?? 0);
      const part = innerFolds(y, members, null, streams);
      const matrix = await pixelsOf(
        images.map(({ source }) => source),
        size,
      );
      const batchNorm = filters.length > 0;
      const design: ImageDesign = { inputs: 3 * size * size, size, filters, hidden, dropout, batchNorm };
      const { networks, outOfFold, epochs, rates } = await trainMembers(
        { rowsOf: sharedRows(matrix, design.inputs, part), y, part },
        () => ({ design, build: () => buildImageNetwork(design) }),
        streams,
        { ...training, members },
      );
      const spec: ImageClassifierSpec = {
        kind: 'image classifier',
        version: 1,
        labels,
        design,
        members,
        ...settle(outOfFold, y, training),
        epochs,
        rates,
        images: images.length,
      };
      return new ImageClassifier(spec, networks);
    },
  };
}

function checkList(where: string, images: unknown): void {
  if (!Array.isArray(images)) wrong(ArgumentError, where, 'the images', 'a list', images);
}

/** The negative class and the positive one. */
function labelsOf(images: readonly LabelledImage[], positive: string | undefined): readonly [string, string] {
  const found = [...new Set(images.map(({ label }) => label))].sort();
  const list = found.map((label) => `"${clean(String(label))}"`);
  if (found.length !== 2) {
    const some = `${list.slice(0, 8).join(', ')}${list.length > 8 ? ', …' : ''}`;
    throw new ArgumentError(`imageClassifier: ${found.length} classes (${some}); two are told apart`);
  }
  const chosen = positive ?? found[1]!;
  if (!found.includes(chosen))
    throw new ArgumentError(`imageClassifier: there is no class "${clean(chosen)}"; there are ${list.join(' and ')}`);
  return [found.find((label) => label !== chosen)!, chosen];
}
