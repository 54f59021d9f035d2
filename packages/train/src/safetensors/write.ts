import { aRecord, checkOptions, wrong } from '@internal/arguments';
import { Tensor } from '@kindling/tensor-core';
import { TYPE_OF_DTYPE } from './dtypes.js';
import { type Stored, writeFile } from './file.js';

/** What {@link writeSafetensors} may be told. */
export interface WriteSafetensorsOptions {
  /** Texts for the header, such as where the tensors come from. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Tensors as a safetensors file, which PyTorch reads with `safetensors.torch.load_file`.
 *
 * The header's metadata has a checksum beside what you give; {@link readSafetensors} checks it, others ignore it.
 *
 * @param tensors - by name, such as `model.stateDict()`.
 * @returns the bytes of the file.
 * @throws `TypeError` for what is no tensor, and for metadata that is no text.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { arange, setBackend } from '@kindling/tensor-core';
 * import { readSafetensors, writeSafetensors } from '@kindling/train/safetensors';
 * setBackend(await cpu());
 * const file = await writeSafetensors({ x: arange(3) }, { metadata: { from: 'a test' } });
 * const { tensors, metadata } = readSafetensors(file);
 * console.log(tensors.x?.tolist(), metadata.from); // => [ 0, 1, 2 ] a test
 * ```
 */
export async function writeSafetensors(
  tensors: Readonly<Record<string, Tensor>>,
  options: WriteSafetensorsOptions = {},
): Promise<Uint8Array> {
  if (typeof tensors !== 'object' || tensors === null || tensors instanceof Promise)
    wrong(TypeError, 'writeSafetensors', 'the tensors', 'an object of tensors by their names', tensors);
  checkOptions(TypeError, 'writeSafetensors', options, { metadata: aRecord });
  const { metadata = {} } = options;
  for (const [key, text] of Object.entries(metadata)) {
    if (typeof text !== 'string') throw new TypeError(`writeSafetensors: metadata.${key} is no string`);
  }
  // Every read is started before the first is waited for: the tensors are those of one moment.
  return writeFile(await Promise.all(Object.entries(tensors).map(([name, value]) => store(name, value))), metadata);
}

/** A tensor as it is stored. */
export async function store(name: string, value: Tensor): Promise<Stored> {
  if (!(value instanceof Tensor)) throw new TypeError(`writeSafetensors: "${name}" is no tensor`);
  if (name === '__metadata__' || name === '__proto__') {
    throw new TypeError(`writeSafetensors: a tensor cannot be called "${name}"`);
  }
  const { shape, dtype } = value;
  const values = await value.data();
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { name, type: TYPE_OF_DTYPE[dtype], shape: [...shape], bytes };
}
