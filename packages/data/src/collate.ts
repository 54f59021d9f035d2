import { stack, Tensor, tensor } from '@kindling/tensor-core';

/** What samples of a type become together: tensors and numbers a tensor, strings a list, the parts of lists and objects likewise. */
export type Collated<Sample> = Sample extends Tensor | number | boolean
  ? Tensor
  : Sample extends string
    ? string[]
    : { [Key in keyof Sample]: Collated<Sample[Key]> };

/**
 * Makes a batch of samples, as PyTorch's `default_collate`: tensors are stacked, numbers become a float32 tensor,
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
  if (samples.length === 0) throw new Error('collate: no samples');
  return join(samples) as Collated<Sample>;
}

function join(samples: readonly unknown[]): unknown {
  const [first] = samples;
  if (first instanceof Tensor) return stack(all(samples, (x) => x instanceof Tensor, 'a tensor'));
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
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value !== 'object' || value === null) return value == null ? String(value) : `a ${typeof value}`;
  return `an object of class ${(value.constructor as { name?: string } | undefined)?.name ?? 'null'}`;
}
