import { aSeed, checkChoice, checkOptions, describe, oneOf, strings, wrong } from '@internal/arguments';
import { defaultGenerator, type Generator, SeedrandomGenerator } from '@kindling/tensor-core';
import type { Dataset, Draw } from '../dataset.js';
import { startImagesWorker } from '../start-images-worker.js';
import type { DatasetWorker } from '../workers/messages.js';
import { checkDecodeOptions, type DecodeOptions, decodeImage } from './decode-image.js';
import { ImageError } from './errors.js';
import type { FloatImage } from './float-image.js';
import { imageExtensions } from './formats.js';
import type { Image } from './image.js';
import { type DirectoryHandle, type ImageFile, type Listing, listFiles, listFolder, listHandle } from './list-files.js';
import { Compose } from './transforms/compose.js';
import { ToTensor } from './transforms/to-tensor.js';
import { ImageTransform, type TransformRecipe } from './transforms/transform.js';

/** Where an {@link ImageFolder} is: a path; files with paths; in a page also a `FileList`. */
export type ImageRoot = string | URL | ArrayLike<File | ImageFile>;

/** How an {@link ImageFolder} makes samples. */
export interface ImageFolderOptions extends Omit<DecodeOptions, 'name'> {
  /** What happens to an image, or several one after the other; `ToTensor` comes last by itself where it is missing. */
  readonly transform?: ImageTransform | readonly ImageTransform[];
  /** Endings of the files that count; default `.png .jpg .jpeg .webp .gif .bmp`. */
  readonly extensions?: readonly string[];
  /** Whether decoded images stay in memory, so that each is decoded once; default false. */
  readonly cache?: boolean;
  /**
   * Gives each sample and epoch a stream of its own, so that its draw depends on neither the order nor the number of loaders.
   * Default: the stream that `manualSeed` seeds, and with workers or `prefetch` streams seeded from it.
   */
  readonly seed?: number | string;
  /** With `ImageFolder.open`: whether broken files are an error (default), or left out and listed in `broken`. */
  readonly onBroken?: 'error' | 'skip';
}

const known = {
  transform: 1,
  extensions: strings,
  cache: 'boolean',
  seed: aSeed,
  onBroken: oneOf('error', 'skip'),
  mode: 1,
  decoder: 1,
} as const;

/** An image and the number of its class. */
export type ImageSample = readonly [image: FloatImage, label: number];

/** What a worker makes the same dataset of. */
export interface ImageFolderRecipe {
  readonly files: readonly ImageFile[];
  readonly labels: Int32Array;
  readonly transform: TransformRecipe;
  readonly options: Pick<ImageFolderOptions, 'mode' | 'decoder' | 'cache' | 'seed' | 'extensions'>;
}

/**
 * Images in a folder for each class, as torchvision's `ImageFolder`: `root/cats/1.png`, `root/dogs/tom/2.jpg`.
 *
 * Samples are promises, so a `DataLoader` of it is iterated by `for await`, or given to `fit`. Files with other endings, and
 * those whose names begin with a dot, are left out and listed in `ignored`.
 *
 * @throws {@link ImageError} for a folder that cannot be read, without class folders, or with a class without images; a
 * sample's promise for a file that is broken, by its path.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { DataLoader } from '@kindling/data';
 * import { ImageFolder, Normalize, RandomHorizontalFlip, ToTensor } from '@kindling/data/images';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const gif = Buffer.from('R0lGODdhAgABAIAAAAAAAP///ywAAAAAAgABAAACAkQKADs=', 'base64');
 * const files = ['cats/tom.gif', 'cats/kit.gif', 'dogs/rex.gif'].map((path) => ({ path, source: gif }));
 * const folder = new ImageFolder(files, {
 *   transform: [new RandomHorizontalFlip(0.5), new ToTensor(), new Normalize(0.5, 0.5)],
 * });
 * console.log(folder.classes, folder.classToIdx); // => [ 'cats', 'dogs' ] { cats: 0, dogs: 1 }
 * for await (const [images, labels] of new DataLoader(folder, { batchSize: 2 })) console.log(images.shape, labels.tolist());
 * // => [ 2, 3, 1, 2 ] [ 0, 0 ]
 * // => [ 1, 3, 1, 2 ] [ 1 ]
 * ```
 */
export class ImageFolder implements Dataset<Promise<ImageSample>> {
  /** What the folder is called in messages. */
  readonly root: string;
  /** The names of the classes, sorted. */
  readonly classes: readonly string[];
  /** The number of each class. */
  readonly classToIdx: Readonly<Record<string, number>>;
  /** Path and class of each sample, sorted. */
  readonly samples: readonly (readonly [path: string, label: number])[];
  /** The class of each sample. */
  readonly targets: Int32Array;
  /** Files that are no images by their endings. */
  readonly ignored: readonly string[];
  /** Files that `onBroken: 'skip'` left out, and what is wrong with them. */
  readonly broken: readonly { readonly path: string; readonly reason: string }[];
  /** Samples are promises. */
  readonly asynchronous = true;
  readonly #files: readonly ImageFile[];
  readonly #options: ImageFolderOptions;
  readonly #transform: ImageTransform;
  readonly #cached: (Promise<Image> | undefined)[] = [];
  /** Fulfilled when the samples asked for before have drawn what they draw. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(root: ImageRoot, options: ImageFolderOptions = {}) {
    const listing = root instanceof Found ? root : find(root, options);
    if (!(root instanceof Found) && options.onBroken === 'skip') {
      throw new ImageError("ImageFolder: onBroken: 'skip' has to look at every file; use await ImageFolder.open(…)");
    }
    this.root = listing.root;
    this.classes = listing.classes;
    this.classToIdx = Object.fromEntries(listing.classes.map((name, i) => [name, i]));
    this.#files = listing.files;
    this.targets = Int32Array.from(listing.files, ({ path }) => this.classToIdx[classOf(path)]!);
    this.samples = listing.files.map((file, i) => [nameOf(file), this.targets[i]!]);
    this.ignored = listing.ignored;
    this.broken = listing.broken;
    this.#options = options;
    this.#transform = whole(options.transform);
  }

  /**
   * A folder whose files need not be there yet: that of a directory handle of a page; and with `onBroken: 'skip'` one whose
   * files are all decoded once, so that broken ones are left out.
   */
  static async open(root: ImageRoot | DirectoryHandle, options: ImageFolderOptions = {}): Promise<ImageFolder> {
    const found = find(isHandle(root) ? await listHandle(root) : root, options);
    if (options.onBroken !== 'skip') return new ImageFolder(found as unknown as ImageRoot, options);
    const { mode, decoder } = options;
    const decoding = { ...(mode && { mode }), ...(decoder && { decoder }) };
    const good: ImageFile[] = [];
    const broken: { path: string; reason: string }[] = [];
    for (const file of found.files) {
      try {
        await decodeImage(file.source, { ...decoding, name: nameOf(file) });
        good.push(file);
      } catch (error) {
        if (!(error instanceof ImageError)) throw error;
        broken.push({ path: nameOf(file), reason: error.message });
      }
    }
    const left = new Found(found.root, found.classes, good, found.ignored, broken);
    left.check();
    return new ImageFolder(left as unknown as ImageRoot, options);
  }

  /** The number of images. */
  get length(): number {
    return this.#files.length;
  }

  /** The image after its transforms, and the number of its class. */
  async get(index: number, draw: Draw = {}): Promise<ImageSample> {
    const decoding = this.image(index);
    const seed = this.#options.seed ?? draw.seed;
    const before = this.#turn;
    const make = async (): Promise<FloatImage> => {
      const image = await decoding;
      // Without streams of their own samples draw one after the other, whichever is decoded first.
      if (seed === undefined) await before;
      const generator: Generator =
        seed === undefined ? defaultGenerator() : new SeedrandomGenerator(`${seed}/${draw.epoch ?? 0}/${index}`);
      try {
        return this.#transform.apply(image, generator) as FloatImage;
      } catch (error) {
        if (!(error instanceof ImageError)) throw error;
        throw new ImageError(`${this.nameOf(index)}: ${error.message}`, { cause: error });
      }
    };
    const made = make();
    if (seed === undefined) this.#turn = made.catch(() => undefined);
    return [await made, this.targets[index]!];
  }

  /** The image as it is in its file. */
  image(index: number): Promise<Image> {
    const file = this.#files[index];
    if (file === undefined)
      throw new ImageError(`ImageFolder: there is no sample ${describe(index)} of ${this.length}`);
    const { mode, decoder, cache } = this.#options;
    const decode = (): Promise<Image> =>
      decodeImage(file.source, { ...(mode && { mode }), ...(decoder && { decoder }), name: nameOf(file) });
    if (cache !== true) return decode();
    this.#cached[index] ??= decode();
    return this.#cached[index];
  }

  /** The path of a sample. */
  nameOf(index: number): string {
    return this.samples[index]![0];
  }

  /** Starts a worker that makes the same samples. */
  worker(): DatasetWorker {
    const { transform: _, onBroken: __, ...options } = this.#options;
    const recipe: ImageFolderRecipe = {
      files: this.#files,
      labels: this.targets,
      transform: this.#transform.recipe,
      options,
    };
    return { worker: startImagesWorker(), recipe };
  }
}

/** The files of a root, sorted into classes. */
class Found {
  constructor(
    readonly root: string,
    readonly classes: readonly string[],
    readonly files: readonly ImageFile[],
    readonly ignored: readonly string[],
    readonly broken: readonly { readonly path: string; readonly reason: string }[],
  ) {}

  /** Throws for a class without images. */
  check(): void {
    const { root, classes, files, broken, ignored } = this;
    if (classes.length === 0) throw new ImageError(`ImageFolder: ${root} has no class folders with images in them`);
    const empty = classes.filter((name) => !files.some(({ path }) => classOf(path) === name));
    if (empty.length === 0) return;
    const lost = broken.length + ignored.length;
    const hint = lost === 0 ? '' : `; ${lost} files were no images or broken`;
    throw new ImageError(`ImageFolder: no images in ${empty.map((name) => `${root}/${name}`).join(', ')}${hint}`);
  }
}

function find(root: ImageRoot | Listing, options: ImageFolderOptions): Found {
  checkOptions(ImageError, 'ImageFolder', options, known);
  checkDecodeOptions('ImageFolder', options);
  checkChoice(ImageError, 'ImageFolder', 'onBroken', options.onBroken ?? 'error', ['error', 'skip']);
  const listing = listingOf(root);
  const { extensions = imageExtensions } = options;
  const endings = extensions.map((one) => (one.startsWith('.') ? one : `.${one}`).toLowerCase());
  const counts = ({ path }: ImageFile): boolean => endings.some((ending) => path.toLowerCase().endsWith(ending));
  const inClass = listing.files.filter(({ path }) => path.includes('/') && !path.split('/').pop()!.startsWith('.'));
  const files = inClass
    .filter(counts)
    .sort((a, b) => compare(folderOf(a.path), folderOf(b.path)) || compare(a.path, b.path));
  const classes = [...new Set([...listing.folders, ...files.map(({ path }) => classOf(path))])].sort();
  const ignored = listing.files.filter((file) => !files.includes(file)).map(({ path }) => path);
  const found = new Found(listing.root, classes, files, ignored, []);
  found.check();
  return found;
}

function listingOf(root: ImageRoot | Listing): Listing {
  if (typeof root === 'string' || root instanceof URL) return listFolder(root);
  if (typeof root === 'object' && root !== null && 'files' in root) return root;
  if (typeof root === 'object' && root !== null && 'length' in root) return listFiles(root);
  throw new ImageError(`ImageFolder: the root must be a path, or a list of files, not ${describe(root)}`);
}

/** A transform that ends with numbers. */
function whole(transform: ImageFolderOptions['transform'] = []): ImageTransform {
  const list = transform instanceof ImageTransform ? [transform] : transform;
  if (!Array.isArray(list)) wrong(ImageError, 'ImageFolder', 'transform', 'a transform or an array of them', transform);
  return new Compose([...(list as readonly ImageTransform[]), new ToTensor()]);
}

function isHandle(root: unknown): root is DirectoryHandle {
  return typeof root === 'object' && root !== null && (root as { kind?: unknown }).kind === 'directory';
}

const classOf = (path: string): string => path.slice(0, path.indexOf('/'));
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The whole path where there is one, so that an error can be followed. */
function nameOf({ path, source }: ImageFile): string {
  return typeof source === 'string' ? source : path;
}
