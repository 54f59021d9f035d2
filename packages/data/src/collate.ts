import { wrong } from '@internal/arguments';
import { stack, Tensor, tensor } from '@kindling/tensor-core';
import { FloatImage } from './images/float-image.js';

/** What samples of a type become together: tensors, images and numbers a tensor, strings a list, the parts of lists and objects likewise. */
export type Collated<Sample> =
  Sample extends Promise<infer Given>
    ? Collated<Given>
    : Sample extends Tensor | FloatImage | number | boolean
      ? Tensor
      : Sample extends string
        ? string[]
        : { [Key in keyof Sample]: Collated<Sample[Key]> };

/**
 * Makes a batch of samples, as PyTorch's `default_collate`: tensors and images are stacked, numbers become a float32 tensor,
 * booleans a bool one, strings a list; arrays and plain objects are batched part by part.
 *
 * @param samples - at least one, all of the form of the first.
 * @throws `Error` for what is none of these, and for samples of different forms.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { collate } from '@kindling/data';
 * import { setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const { age, name } = collate([{ age: 3, name: 'Ada' }, { age: 4, name: 'Bob' }]);
 * console.log(age.tolist(), name); // => [ 3, 4 ] [ 'Ada', 'Bob' ]
 * ```
 */
export function collate<Sample>(samples: readonly Sample[]): Collated<Sample> {
  if (!Array.isArray(samples)) wrong(Error, 'collate', 'the samples', 'an array', samples);
  if (samples.length === 0) throw new Error('collate: no samples');
  return join(samples) as Collated<Sample>;
}

function join(samples: readonly unknown[]): unknown {
  const [first] = samples;
  if (first instanceof Tensor) return stack(all(samples, (x) => x instanceof Tensor, 'a tensor'));
  if (first instanceof FloatImage) return images(all(samples, (x) => x instanceof FloatImage, 'an image'));
  if (typeof first === 'number') return tensor(all(samples, (x) => typeof x === 'number', 'a number'));
  if (typeof first === 'boolean') return tensor(all(samples, (x) => typeof x === 'boolean', 'a boolean'));
  if (typeof first === 'string') return all(samples, (x) => typeof x === 'string', 'a string');
  if (Array.isArray(first)) {
    const { length } = first;
    const fits = (x: unknown): x is unknown[] => Array.isArray(x) && x.length === length;
    const lists = all(samples, fits, `an array of ${length}`);
    return first.map((_, i) => join(lists.map((list) => list[i])));
  }
  if (isRecord(first)) {
    const records = all(samples, isRecord, 'an object');
    return Object.fromEntries(Object.keys(first).map((key) => [key, join(records.map((record) => record[key]))]));
  }
  throw new Error(`collate: ${describe(first)} cannot be batched; pass a collate function of your own`);
}

/** `[images, channels, height, width]`, in one step to the backend. */
function images(samples: readonly FloatImage[]): Tensor {
  const { data, shape } = samples[0]!;
  const out = new Float32Array(samples.length * data.length);
  for (const [i, image] of samples.entries()) {
    if (image.shape.join() !== shape.join()) throw new SampleError(shape, image.shape, i);
    out.set(image.data, i * data.length);
  }
  return tensor(out).reshape([samples.length, ...shape]);
}

/** Images that differ in size; a loader says which files they are. */
export class SampleError extends Error {
  /** The place in the batch of the sample that differs from the first. */
  readonly sample: number;

  constructor(
    first: readonly number[],
    other: readonly number[],
    sample: number,
    names = ['image 0', `image ${sample}`],
  ) {
    const form = (shape: readonly number[]): string => `[${shape.join(', ')}]`;
    super(
      `collate: ${names[1]} is ${form(other)} and ${names[0]} ${form(first)} (channels, height, width); ` +
        'images of a batch need one size: add a Resize or a crop to the transforms',
    );
    this.sample = sample;
    this.named = (...own) => new SampleError(first, other, sample, own);
  }

  /** The same error with the samples' own names. */
  readonly named: (first: string, other: string) => SampleError;
}

function all<T>(samples: readonly unknown[], fits: (x: unknown) => x is T, wanted: string): T[] {
  const bad = samples.findIndex((sample) => !fits(sample));
  if (bad >= 0) throw new Error(`collate: sample 0 has ${wanted} where sample ${bad} has ${describe(samples[bad])}`);
  return samples as T[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function describe(value: unknown): string {
  if (value instanceof Tensor) return 'a tensor';
  if (value instanceof Promise) return 'a Promise';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value !== 'object' || value === null) return value == null ? String(value) : `a ${typeof value}`;
  return `an object of class ${(value.constructor as { name?: string } | undefined)?.name ?? 'null'}`;
}
